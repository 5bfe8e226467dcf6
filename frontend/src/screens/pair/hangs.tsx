import { figure, plain } from "../../words";
import type { Pair } from "./types";

/** The gap between word and deed, what it hangs on, and what is missing. */
export function Hangs({ pair }: { pair: Pair }) {
  const { gap } = pair;
  return (
    <>
      {gap?.hangs_on ? <p>It hangs on <strong>{gap.hangs_on}</strong>: without it, the gap turns or one side falls silent.</p> : null}
      {gap?.without.length ? (
        <details>
          <summary>The gap when one thing is left out</summary>
          <ul class="missing">
            {gap.without.map((one) => <li key={`${one.what} ${one.name}`}>{plain(one.what)} {one.name}: {one.value === null ? "one side falls silent" : figure(one.value)}</li>)}
          </ul>
        </details>
      ) : null}
      {pair.missing.length ? (
        <>
          <h4>What is missing</h4>
          <ul class="missing">{pair.missing.map((words) => <li key={words}>{words}</li>)}</ul>
        </>
      ) : null}
    </>
  );
}
