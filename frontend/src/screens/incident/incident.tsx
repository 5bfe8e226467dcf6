import { api, useAnswer } from "../../api/client";
import { decide, deciding } from "../../api/decide";
import { Shown } from "../../parts/answer";
import { PassageCard, type Passage } from "../../parts/passage";
import { Verdicts } from "../../parts/verdicts";
import { asked, to } from "../../router";
import { count, interval } from "../../words";
import { List } from "./list";
import { Hypotheses } from "./hypotheses";
import { headline, place, Responsible, Toll, type Incident } from "./words";

/** Keys of lines as the publishers of their reports. */
const inWords = (why: string, passages: readonly Passage[]): string =>
  passages.reduce((words, { line }) => words.replaceAll(line.key, line.source.publisher || line.source.title), why);

/** One line out of an incident of several: it tells of another one. */
function Part({ incident, passage }: { incident: Incident; passage: Passage }) {
  const own = passage.line.key;
  const other = incident.assertions.find((key) => key !== own);
  if (!other) return null;
  return <button class="quiet" type="button" disabled={deciding.value} onClick={() => void decide("not-same", own, other, "a line tells of another incident")}>≠ Another incident</button>;
}

export function Screen() {
  const key = asked("key");
  const answer = useAnswer(() => (key ? api.GET("/api/incident", { params: { query: { key } } }) : null), [key]);
  if (!key) return <List />;
  return (
    <Shown answer={answer}>
      {({ incident, passages, matrix, parts, names }) => (
        <div class="incident">
          <p class="note"><a href="/incident">Incidents</a></p>
          <h1>{headline(incident)}</h1>
          <div class="pair-grid">
            <div class="column">
              <section class="panel">
                <h2>What is told</h2>
                <p>{interval(incident.when)}; {place(incident)}; told by {count(incident.reports.length, "report")}{incident.reviewed ? "; reviewed" : ""}.</p>
                {incident.tolls.length ? <ul class="tolls">{incident.tolls.map((toll) => <Toll key={`${toll.kind} ${toll.who}`} toll={toll} />)}</ul> : <p class="note">No toll is told.</p>}
                {incident.victims.length ? <p>Victims: {incident.victims.join("; ")}</p> : null}
                {incident.targets.length ? <p>Targets: {incident.targets.join("; ")}</p> : null}
                {incident.weapons.length ? <p>Weapons: {incident.weapons.join("; ")}</p> : null}
                {parts.length ? <p>With it: {parts.map((one, index) => <span key={one.key}>{index ? ", " : ""}<a href={to("/incident", { key: one.key })}>{headline(one)}</a></span>)}</p> : null}
              </section>
            </div>
            <div class="column">
              <section class="panel">
                <h2>Who is named, and on what footing</h2>
                <Responsible incident={incident} names={names} />
              </section>
            </div>
          </div>
          <section class="panel hypotheses">
            <h2>Who did it? The hypotheses against the evidence</h2>
            <Hypotheses matrix={matrix} incident={incident} />
          </section>
          <h2>The lines</h2>
          {passages.map((passage) => (
            <PassageCard key={passage.line.key} passage={passage}>
              <div class="line-actions"><Verdicts passage={passage} /><Part incident={incident} passage={passage} /></div>
            </PassageCard>
          ))}
          {incident.why.length ? <details><summary>Why these are one incident</summary><ul>{incident.why.map((why) => <li key={why}>{inWords(why, passages)}</li>)}</ul></details> : null}
        </div>
      )}
    </Shown>
  );
}
