import type { Schemas } from "../../api/client";
import { to } from "../../router";
import { interval, placeName, plain } from "../../words";

export type Incident = Schemas["Incident"];

export const place = (incident: Incident): string =>
  incident.place ? `${placeName(incident.place.name)}${incident.place.precision === "exact" || incident.place.precision === "unknown" ? "" : ` (${plain(incident.place.precision)})`}` : "place unknown";

export const headline = (incident: Incident): string =>
  `${incident.stage === "accomplished" ? "" : `${incident.stage} `}${plain(incident.type)}, ${incident.place ? placeName(incident.place.name) : "place unknown"}, ${interval(incident.when)}`;

/** A toll over reports as a range; the best figure stands first. */
export function Toll({ toll }: { toll: Schemas["TollRange"] }) {
  const ends = toll.high === null ? `${toll.low} or more` : `${toll.low}–${toll.high}`;
  const range = toll.low === toll.high ? `${toll.best}` : toll.best === toll.low ? ends : `${ends}, best ${toll.best}`;
  const said = toll.words?.length ? ` ${toll.words.map((words) => `“${words}”`).join(", ")}` : "";
  return <li><strong>{range}</strong> {plain(toll.kind)}{toll.who === "unknown" ? "" : ` (${toll.who})`}{said} <span class="note">{toll.assertions.length > 1 ? `in ${toll.assertions.length} lines` : "in one line"}</span></li>;
}

/** On which footing each actor is named: claimed, suspected and denied are never one. */
export function Responsible({ incident, names }: { incident: Incident; names: Record<string, string> }) {
  const groups = new Map<string, string[]>();
  for (const told of incident.responsibility) groups.set(told.basis, [...new Set([...(groups.get(told.basis) ?? []), told.actor])]);
  if (!groups.size) return <p class="note">No report names who did it.</p>;
  return (
    <dl class="bases">
      {[...groups].map(([basis, actors]) => (
        <div key={basis}>
          <dt class={`basis ${basis}`}>{plain(basis)}</dt>
          <dd>{actors.map((key, index) => <span key={key}>{index ? ", " : ""}{names[key] ? <a href={to("/actor", { name: key })}>{names[key]}</a> : key}</span>)}</dd>
        </div>
      ))}
    </dl>
  );
}
