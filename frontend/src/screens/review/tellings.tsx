import { useState } from "preact/hooks";
import { api, useAnswer, type Schemas } from "../../api/client";
import { Shown } from "../../parts/answer";
import { Quoted } from "../../parts/line";
import { to } from "../../router";
import { count, interval } from "../../words";
import { headline, Responsible, Toll } from "../incident/words";
import { Judge, NoneLeft } from "./judge";

type Row = Schemas["ProposedIncidents"];

const nameOf = ({ pair }: Row): string => `${pair.left.key} ${pair.right.key}`;

/** Pairs of incidents that may be one, by the two tellings that are most alike. */
export function Tellings() {
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const answer = useAnswer(() => api.GET("/api/proposals/incidents", { params: { query: { limit: Math.min(1000, 10 + skipped.length) } } }), [skipped.length]);
  return (
    <Shown answer={answer}>
      {(rows) => {
        const now = rows.find((row) => !skipped.includes(nameOf(row)));
        if (!now) {
          return (
            <NoneLeft skipped={!!rows.length} onBack={() => setSkipped([])} title="No two incidents look like one">
              Where two reports may tell of one incident and too little agrees to be sure, both are put before you here with what speaks for it and against it.
            </NoneLeft>
          );
        }
        const { left, right, proposal } = now.pair;
        return (
          <Judge
            key={nameOf(now)}
            question="Are these one incident?"
            many="incidents"
            proposal={proposal}
            keys={[proposal.left, proposal.right]}
            both={`“${headline(left)}” and “${headline(right)}”`}
            waiting={answer.state === "loading"}
            onSkip={() => setSkipped([...skipped, nameOf(now)])}
          >
            <Side incident={left} lines={now.left_lines} names={now.names} />
            <Side incident={right} lines={now.right_lines} names={now.names} />
          </Judge>
        );
      }}
    </Shown>
  );
}

function Side({ incident, lines, names }: { incident: Schemas["Incident"]; lines: readonly Schemas["Passage"][]; names: Record<string, string> }) {
  return (
    <div class="panel">
      <h3><a href={to("/incident", { key: incident.key })}>{headline(incident)}</a></h3>
      <p class="note">told by {count(incident.reports.length, "report")}</p>
      {incident.tolls.length ? <ul class="tolls">{incident.tolls.map((toll) => <Toll key={`${toll.kind} ${toll.who}`} toll={toll} />)}</ul> : null}
      <Responsible incident={incident} names={names} />
      {lines.map(({ line }) => (
        <blockquote key={line.key} class="merge-quote">
          <Quoted line={line} /> <a class="note" href={to("/report", { id: line.source.report, line: line.key })}>{line.source.publisher || "its report"}, {interval(line.source.published)}</a>
        </blockquote>
      ))}
    </div>
  );
}
