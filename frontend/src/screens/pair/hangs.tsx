import type { Pair } from "./pair";

const figure = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;

/** The gap between word and deed, what it hangs on, and what is missing. */
export function Hangs({ pair }: { pair: Pair }) {
  const { gap } = pair;
  return (
    <>
      {gap ? (
        <p>
          Gap between word and deed: <strong>{figure(gap.value)}</strong>{" "}
          <span class="note">({figure(gap.low)} to {figure(gap.high)} when any one source is left out)</span>
        </p>
      ) : (
        <p>Too little evidence on one side to put a number on the gap between word and deed. Compare the lines below.</p>
      )}
      {gap?.hangs_on ? <p>It hangs on <strong>{gap.hangs_on}</strong>: without it, the gap turns or one side falls silent.</p> : null}
      {pair.missing.length ? (
        <>
          <h4>What is missing</h4>
          <ul class="missing">{pair.missing.map((words) => <li key={words}>{words}</li>)}</ul>
        </>
      ) : null}
    </>
  );
}
