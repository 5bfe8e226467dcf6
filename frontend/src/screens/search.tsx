import { api, useAnswer, type Schemas } from "../api/client";
import { ActorField } from "../parts/actor-field";
import { Empty, Shown } from "../parts/answer";
import { Around, InText, Sought } from "../parts/found";
import { More } from "../parts/more";
import { PassageCard } from "../parts/passage";
import { vocabulary } from "../parts/vocabulary";
import { ask, asked, to } from "../router";
import { count, plain } from "../words";

const REPORTS = 20;
const LINES = 60;
const FIELDS = ["kind", "dimension", "sign", "voice", "certainty", "actor"] as const;

/** Words in the reports, and lines by the meaning of their fields. */
export function Screen() {
  const words = asked("words");
  const byField = FIELDS.some((name) => asked(name));
  return (
    <>
      <h1>Search</h1>
      <form class="filter-row" onSubmit={(event) => event.preventDefault()}>
        <label class="field wide">Words<input type="search" value={words} placeholder='all of these words; "a phrase"' onChange={(event) => ask({ words: event.currentTarget.value, from: undefined })} /></label>
        <ActorField label="Actor" value={asked("actor")} onChoose={(actor) => ask({ actor, from: undefined })} />
        <Choice name="kind" label="Kind" options={vocabulary().kinds} />
        <Choice name="dimension" label="Respect" options={vocabulary().dimensions} />
        <label class="field">Sign<select value={asked("sign")} onChange={(event) => ask({ sign: event.currentTarget.value, from: undefined })}><option value="">any</option><option value="1">+ cooperation</option><option value="-1">− hostility</option><option value="0">· neither</option></select></label>
        <Choice name="voice" label="Voice" options={vocabulary().voices} />
        <Choice name="certainty" label="How sure" options={vocabulary().factualities} />
      </form>
      {words && !byField ? <Reports words={words} /> : null}
      {words || byField ? <Lines words={words} /> : <Empty title="What are you looking for?"><p>Words find reports and lines. The fields find lines by what they mean: every hostile line that is only stated, every line on money with one actor.</p></Empty>}
    </>
  );
}

function Choice({ name, label, options }: { name: string; label: string; options: readonly string[] }) {
  return (
    <label class="field">
      {label}
      <select value={asked(name)} onChange={(event) => ask({ [name]: event.currentTarget.value, from: undefined })}>
        <option value="">any</option>
        {options.map((one) => <option key={one} value={one}>{plain(one)}</option>)}
      </select>
    </label>
  );
}

function Reports({ words }: { words: string }) {
  const answer = useAnswer(() => api.GET("/api/search", { params: { query: { words, limit: REPORTS + 1 } } }), [words]);
  return (
    <Shown answer={answer}>
      {(rows) => (
        <section>
          <h2>{rows.length > REPORTS ? `The first ${REPORTS} reports` : count(rows.length, "report")}</h2>
          {rows.length > REPORTS ? <p class="note">More reports hold these words; add words, or put them in quotation marks, to find fewer.</p> : null}
          {rows.length ? null : <p class="note">No report holds all these words. Try fewer, or another spelling.</p>}
          <ul class="hits">
            {rows.slice(0, REPORTS).map(([id, title, around]) => (
              <li key={id}><a href={to("/report", { id })}><bdi>{title ? <InText text={title} sought={words} /> : "Untitled report"}</bdi></a><p><Around text={around ?? ""} sought={words} /></p></li>
            ))}
          </ul>
        </section>
      )}
    </Shown>
  );
}

function Lines({ words }: { words: string }) {
  const from = Number(asked("from")) || 0;
  const query = {
    words,
    kind: (asked("kind") || undefined) as Schemas["Kind"] | undefined,
    dimension: (asked("dimension") || undefined) as Schemas["Dimension"] | undefined,
    sign: asked("sign") ? Number(asked("sign")) : undefined,
    voice: (asked("voice") || undefined) as Schemas["Voice"] | undefined,
    certainty: (asked("certainty") || undefined) as Schemas["Factuality"] | undefined,
    actor: asked("actor"),
    limit: LINES + 1,
    offset: from,
  };
  const answer = useAnswer(() => api.GET("/api/lines/like", { params: { query } }), [query]);
  return (
    <Shown answer={answer}>
      {(passages) => (
        <section>
          <h2>{from || passages.length > LINES ? "Lines, the latest first" : count(passages.length, "line")}</h2>
          <Sought.Provider value={words}>{passages.slice(0, LINES).map((passage) => <PassageCard key={passage.line.key} passage={passage} />)}</Sought.Provider>
          <More from={from} page={LINES} total={from + passages.length} open={passages.length > LINES} />
          {passages.length ? null : <p class="note">No line is as you ask: set one of the choices back to “any”, or try fewer words.</p>}
        </section>
      )}
    </Shown>
  );
}
