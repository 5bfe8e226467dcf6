import { api, type Schemas } from "../../api/client";
import { Quoted } from "../../parts/line";
import { to } from "../../router";
import { count, interval } from "../../words";
import { headline, Responsible, Toll } from "../incident/words";
import { Judge } from "./judge";
import { OneByOne } from "./one-by-one";

type Row = Schemas["ProposedIncidents"];

const nameOf = ({ pair }: Row): string => `${pair.left.key} ${pair.right.key}`;

/** Pairs of incidents that may be one, by the two tellings that are most alike. */
export function Tellings() {
  return (
    <OneByOne
      ask={(limit) => api.GET("/api/proposals/incidents", { params: { query: { limit } } })}
      nameOf={nameOf}
      title="No two incidents look like one"
      none="Where two reports may tell of one incident and too little agrees to be sure, both are put before you here with what speaks for it and against it."
    >
      {({ pair: { left, right, proposal }, left_lines, right_lines, names }, waiting, onSkip) => (
        <Judge
          question="Are these one incident?"
          many="incidents"
          proposal={proposal}
          keys={[proposal.left, proposal.right]}
          both={`“${headline(left)}” and “${headline(right)}”`}
          waiting={waiting}
          onSkip={onSkip}
        >
          <Side incident={left} lines={left_lines} names={names} />
          <Side incident={right} lines={right_lines} names={names} />
        </Judge>
      )}
    </OneByOne>
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
