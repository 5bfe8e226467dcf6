import { ask, asked } from "../../router";
import { count, short } from "../../words";
import type { Timeline } from "./types";
import { glyph, glyphWords, inWords, look } from "./words";

/** What has no date is still listed. */
export function Undated({ timeline }: { timeline: Timeline }) {
  if (!timeline.undated_total) return null;
  const chosen = asked("chosen");
  return (
    <details class="undated" open={timeline.undated.some((one) => one.key === chosen) || undefined}>
      <summary>{count(timeline.undated_total, "line or incident", "lines and incidents")} without a date</summary>
      <ul class="pick-list">
        {timeline.undated.map((one) => (
          <li key={`${one.kind} ${one.key}`}>
            <span class={`bar-glyph ${look(one)}`} role="img" aria-label={glyphWords(one)}>{glyph(one)}</span>{" "}
            <button type="button" class="link" aria-expanded={chosen === one.key} onClick={() => ask({ chosen: one.key }, true)}>{short(inWords(one, timeline.names), 110)}</button>
          </li>
        ))}
      </ul>
      {timeline.undated.length < timeline.undated_total ? <p class="note">The first {timeline.undated.length} are listed.</p> : null}
    </details>
  );
}
