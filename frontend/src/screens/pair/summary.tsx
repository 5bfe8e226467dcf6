import { ask } from "../../router";
import { day, plain, signed } from "../../words";
import type { Pair } from "./types";

/** What the answer comes to in sentences, the denials beside what shows the contrary, and the course of things. */
export function Summary({ pair, summary }: { pair: Pair; summary: readonly string[] }) {
  const name = (key: string) => pair.names[key] ?? key;
  return (
    <section class="summary" aria-label="In short">
      {summary.map((sentence) => <p key={sentence}>{sentence.replace(/(?<![\w)])-(?=\d)/g, "−")}</p>)}
      {pair.denials.map((denial) => (
        <p class="denial" key={`${denial.party} ${denial.dimension}`}>
          <strong>{name(denial.party)}</strong> denies {plain(denial.dimension)}{" "}
          <Lines keys={denial.denied} what="the denial" />; {denial.shown.length ? <>it is shown all the same by <Lines keys={denial.shown} what="lines that show it" /> from {denial.families} independent {denial.families === 1 ? "source" : "sources"}{denial.since ? `, since ${day(denial.since, "month")}` : ""}{denial.hangs_on ? `; this hangs on ${denial.hangs_on}` : ""}</> : "nothing contradicts it"}.
        </p>
      ))}
      {pair.phases.length ? (
        <ol class="phases" aria-label="Phases of what is shown">
          {pair.phases.map((phase) => (
            <li key={phase.first} class={phase.sign > 0 ? "plus" : phase.sign < 0 ? "minus" : "mixed"}>
              <button type="button" class="quiet" onClick={() => ask({ lines: phase.lines.join(",") })}>
                {phase.sign ? signed(phase.sign) : "±"} {phase.sign > 0 ? "cooperation" : phase.sign < 0 ? "hostility" : "mixed"}
              </button>{" "}
              {day(phase.first, "month")} to {day(phase.last, "month")} <span class="note">({phase.sure > 0.99 ? "more than 99" : Math.round(phase.sure * 100)} % sure)</span>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  );
}

function Lines({ keys, what }: { keys: readonly string[]; what: string }) {
  return <button type="button" class="link" aria-label={`${keys.length} ${what}`} onClick={() => ask({ lines: keys.join(",") })}>({keys.length} {keys.length === 1 ? "line" : "lines"})</button>;
}
