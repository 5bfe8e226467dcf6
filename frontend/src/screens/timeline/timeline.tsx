import { api, session, useAnswer } from "../../api/client";
import { ActorField } from "../../parts/actor-field";
import { Empty, Shown } from "../../parts/answer";
import { ask, asked } from "../../router";
import { count } from "../../words";
import { Bars } from "./bars";
import { Chosen } from "./chosen";
import { PlaceMap } from "./map";
import { Undated } from "./undated";
import { Years } from "./years";
import type { Timeline } from "./types";

/** Timeline and map of one question: a time chosen narrows the map, a place chosen narrows the timeline. */
export function Screen() {
  const query = { name: asked("name") ? [asked("name")] : undefined, kind: asked("kind") as "incident" | "tie" | "", since: asked("since") || undefined, until: asked("until") || undefined, known_on: asked("known") || undefined };
  const place = asked("place");
  const whole = useAnswer(() => api.GET("/api/timeline", { params: { query } }), [query]);
  const there = useAnswer(() => (place ? api.GET("/api/timeline", { params: { query: { ...query, kind: "incident", place } } }) : null), [query, place]);
  return (
    <div class="timeline-page">
      <h1>Timeline and map</h1>
      <Narrow />
      <Shown answer={whole}>
        {(all) => {
          if (!all.dated_total && !all.undated_total) return <Nothing />;
          const here = place && !all.placeless ? (there.state === "failed" ? undefined : there.value) : all;
          return (
            <>
              <Years timeline={all} />
              <div class="timeline-columns">
                <section class="timeline-main" aria-label="Timeline">{here ? <Told timeline={here} /> : <p class="loading">Looking …</p>}</section>
                <section class="timeline-side" aria-label="Map"><PlaceMap timeline={all} /></section>
              </div>
            </>
          );
        }}
      </Shown>
    </div>
  );
}

function Told({ timeline }: { timeline: Timeline }) {
  return (
    <>
      <p class="note">
        {timeline.dated.length < timeline.dated_total ? `The first ${timeline.dated.length.toLocaleString("en")} of ${count(timeline.dated_total, "dated line or incident", "dated lines and incidents")}; choose a year or days to see the others` : count(timeline.dated_total, "dated line or incident", "dated lines and incidents")}
        {asked("name") ? "" : "; name an actor to see its ties as well"}.
      </p>
      <Chosen timeline={timeline} />
      <Bars timeline={timeline} />
      <Undated timeline={timeline} />
    </>
  );
}

function Narrow() {
  const place = asked("place");
  return (
    <div class="filter-row">
      <ActorField label="Who" value={asked("name")} onChoose={(name) => ask({ name, chosen: undefined })} />
      <label class="field">What
        <select value={asked("kind")} onChange={(event) => ask({ kind: event.currentTarget.value, chosen: undefined })}>
          <option value="">incidents and ties</option>
          <option value="incident">incidents</option>
          <option value="tie">ties</option>
        </select>
      </label>
      <label class="field">Since<input type="date" value={asked("since")} onChange={(event) => ask({ since: event.currentTarget.value })} /></label>
      <label class="field">Until<input type="date" value={asked("until")} onChange={(event) => ask({ until: event.currentTarget.value })} /></label>
      <label class="field">As known on<input type="date" value={asked("known")} onChange={(event) => ask({ known: event.currentTarget.value })} /></label>
      {place ? <button type="button" class="quiet" onClick={() => ask({ place: undefined })}>Everywhere, not only {place}</button> : null}
    </div>
  );
}

function Nothing() {
  const any = ["name", "since", "until", "kind", "known"].some((name) => asked(name));
  if (any && session.value?.counts["reports"]) {
    const ties = asked("kind") === "tie" && !asked("name");
    return <Empty title={ties ? "Whose ties?" : "Nothing is told of that"}><p>{ties ? "Name an actor above: ties are shown of one actor at a time." : <>Ask for less, or <button type="button" class="link" onClick={() => ask({ name: undefined, since: undefined, until: undefined, kind: undefined, known: undefined })}>see everything</button>.</>}</p></Empty>;
  }
  return (
    <Empty title="No incident yet">
      <p>Attacks, arrests, meetings and the like that reports tell of stand here in their time, as long as their date is uncertain, and on the map as wide as their place is.</p>
      <p><a class="button" href="/add">Add reports</a></p>
    </Empty>
  );
}
