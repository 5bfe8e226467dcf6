import { api, useAnswer, type Schemas } from "../../api/client";
import { ActorField } from "../../parts/actor-field";
import { Empty, Shown } from "../../parts/answer";
import { More } from "../../parts/more";
import { ask, asked, to } from "../../router";
import { count, interval, plain } from "../../words";
import { headline, place, Responsible, Toll } from "./words";

const TYPES = ["attack", "bombing", "suicide_bombing", "shooting", "siege", "kidnapping", "assassination", "air_strike", "drone_strike", "clash", "arson", "robbery", "arrest", "raid", "agreement", "meeting", "exercise", "takeover", "designation", "statement", "other"] as const;
const PAGE = 40;

export function List() {
  const from = Number(asked("from")) || 0;
  const query = { actor: asked("actor"), type: (asked("type") || undefined) as Schemas["IncidentType"] | undefined, place: asked("place"), since: asked("since") || undefined, until: asked("until") || undefined };
  const answer = useAnswer(() => api.GET("/api/incidents", { params: { query: { ...query, limit: PAGE, offset: from } } }), [query, from]);
  return (
    <>
      <h1>Incidents</h1>
      <div class="filter-row">
        <ActorField label="Who" value={query.actor} onChoose={(actor) => ask({ actor, from: undefined })} />
        <label class="field">What<select value={query.type ?? ""} onChange={(event) => ask({ type: event.currentTarget.value, from: undefined })}><option value="">all</option>{TYPES.map((type) => <option key={type} value={type}>{plain(type)}</option>)}</select></label>
        <label class="field">Where<input type="text" value={query.place} onChange={(event) => ask({ place: event.currentTarget.value, from: undefined })} /></label>
        <label class="field">Since<input type="date" value={asked("since")} onChange={(event) => ask({ since: event.currentTarget.value, from: undefined })} /></label>
        <label class="field">Until<input type="date" value={asked("until")} onChange={(event) => ask({ until: event.currentTarget.value, from: undefined })} /></label>
      </div>
      <Shown answer={answer}>
        {({ incidents, names, total }) =>
          incidents.length ? (
            <>
              <p class="note">{count(total, "incident")}, the latest first; those without a date come last.</p>
              <ul class="incidents">
                {incidents.map((incident) => (
                  <li key={incident.key} class="panel">
                    <h2><a href={to("/incident", { key: incident.key })}>{headline(incident)}</a></h2>
                    <p class="note">{interval(incident.when)} · {place(incident)} · {count(incident.reports.length, "report")}</p>
                    {incident.tolls.length ? <ul class="tolls">{incident.tolls.map((toll) => <Toll key={`${toll.kind} ${toll.who}`} toll={toll} />)}</ul> : null}
                    <Responsible incident={incident} names={names} />
                  </li>
                ))}
              </ul>
              <More from={from} page={PAGE} total={total} />
            </>
          ) : (
            <Nothing asked={Object.values(query).some(Boolean)} />
          )
        }
      </Shown>
    </>
  );
}

function Nothing({ asked: narrowed }: { asked: boolean }) {
  return narrowed ? (
    <Empty title="No incident is as you ask"><p>Ask for less, or <a href="/add">add reports</a>.</p></Empty>
  ) : (
    <Empty title="No incident yet">
      <p>Attacks, arrests, agreements and the like stand here once reports tell of them: what several reports tell of one is put together, with who claimed it, who is suspected and who denies.</p>
      <p><a class="button" href="/add">Add reports</a></p>
    </Empty>
  );
}
