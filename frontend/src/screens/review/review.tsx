import { api, useAnswer } from "../../api/client";
import { Shown } from "../../parts/answer";
import { ask, asked } from "../../router";
import { plain } from "../../words";
import { Merges } from "./merges";
import { Queue } from "./queue";
import { Tellings } from "./tellings";

const KINDS = ["tie", "incident", "attribute", "judgement", "prediction", "statement"] as const;

export function Screen() {
  const what = asked("what");
  return (
    <div class="review">
      <div class="review-head">
        <h1>Review</h1>
        <nav aria-label="What to review" class="tabs">
          <Tab what="" now={what} name="Most useful first" />
          {KINDS.map((kind) => <Tab key={kind} what={kind} now={what} name={`${plain(kind)}s`} />)}
          <Tab what="merges" now={what} name="who is who" />
          <Tab what="tellings" now={what} name="same incident" />
        </nav>
      </div>
      <Progress />
      {what === "merges" ? <Merges /> : what === "tellings" ? <Tellings /> : <Queue kind={KINDS.find((kind) => kind === what)} />}
    </div>
  );
}

function Tab({ what, now, name }: { what: string; now: string; name: string }) {
  return <button type="button" class="tab" aria-pressed={what === now} onClick={() => ask({ what: what || undefined })}>{name}</button>;
}

const many = (kind: string): string => (kind.startsWith("pair ") ? kind.replace("pair", "pairs") : `${plain(kind)}s`);

/** How far the checking has come by kind, and what share was right so far. */
function Progress() {
  const answer = useAnswer(() => api.GET("/api/checked"), []);
  return (
    <Shown answer={answer}>
      {(rows) => (
        <ul class="checked" aria-label="How far the checking has come">
          {rows.map((row) => (
            <li key={row.kind}>
              <strong>{many(row.kind)}</strong> {(row.lines - row.decided).toLocaleString("en")} left
              <span class="note"> · {row.decided ? `${Math.round((100 * row.right) / row.decided)} % of ${row.decided} ${row.kind.startsWith("pair") ? "were one" : "right"} so far` : "none checked"}</span>
            </li>
          ))}
        </ul>
      )}
    </Shown>
  );
}
