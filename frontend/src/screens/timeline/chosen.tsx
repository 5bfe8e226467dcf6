import { api, useAnswer } from "../../api/client";
import { Shown } from "../../parts/answer";
import { PassageCard } from "../../parts/passage";
import { ask, asked, to } from "../../router";
import { count, interval } from "../../words";
import type { Happening, Timeline } from "./types";
import { inWords } from "./words";

/** The lines of the happening that was chosen. */
export function Chosen({ timeline }: { timeline: Timeline }) {
  const key = asked("chosen");
  const one = key ? [...timeline.dated, ...timeline.undated].find((row) => row.key === key) : undefined;
  return one ? <Lines key={key} one={one} timeline={timeline} /> : null;
}

function Lines({ one, timeline }: { one: Happening; timeline: Timeline }) {
  const incident = useAnswer(() => (one.kind === "incident" ? api.GET("/api/incident", { params: { query: { key: one.key } } }) : null), [one.key]);
  const tie = useAnswer(() => (one.kind === "tie" ? api.GET("/api/lines", { params: { query: { key: [one.key] } } }) : null), [one.key]);
  return (
    <section class="panel chosen-lines" aria-label="Chosen">
      <h2>{inWords(one, timeline.names)}</h2>
      <p class="note">
        {interval(one.when)}; {count(one.told_by ?? 1, "report")}{one.kind === "incident" ? <> · <a href={to("/incident", { key: one.key })}>Who did it?</a></> : null} · <button type="button" class="link" onClick={() => ask({ chosen: undefined }, true)}>Close</button>
      </p>
      {one.kind === "incident" ? (
        <Shown answer={incident}>{({ passages }) => <>{passages.map((passage) => <PassageCard key={passage.line.key} passage={passage} />)}</>}</Shown>
      ) : (
        <Shown answer={tie}>{(passages) => <>{passages.map((passage) => <PassageCard key={passage.line.key} passage={passage} />)}</>}</Shown>
      )}
    </section>
  );
}
