import { api, useAnswer, type Schemas } from "../api/client";
import { ActorField } from "../parts/actor-field";
import { Empty, Shown } from "../parts/answer";
import { PassageCard } from "../parts/passage";
import { vocabulary } from "../parts/vocabulary";
import { ask, asked, to } from "../router";
import { count, plain } from "../words";

const FIELDS = ["kind", "dimension", "sign", "voice", "certainty", "actor"] as const;

/** Words in the reports, and lines by the meaning of their fields. */
export function Screen() {
  const words = asked("words");
  const byField = FIELDS.some((name) => asked(name));
  return (
    <>
      <h1>Search</h1>
      <form class="filter-row" onSubmit={(event) => event.preventDefault()}>
        <label class="field wide">Words<input type="search" value={words} placeholder='all of these words; "a phrase"' onChange={(event) => ask({ words: event.currentTarget.value })} /></label>
        <Choice name="kind" options={vocabulary().kinds} />
        <Choice name="dimension" options={vocabulary().dimensions} />
        <label class="field">sign<select value={asked("sign")} onChange={(event) => ask({ sign: event.currentTarget.value })}><option value="">any</option><option value="1">+ cooperation</option><option value="-1">− hostility</option><option value="0">· neither</option></select></label>
        <Choice name="voice" options={vocabulary().voices} />
        <Choice name="certainty" options={vocabulary().factualities} />
        <ActorField label="actor" value={asked("actor")} onChoose={(actor) => ask({ actor })} />
      </form>
      {words && !byField ? <Reports words={words} /> : null}
      {words || byField ? <Lines words={words} /> : <Empty title="What are you looking for?"><p>Words find reports and lines. The fields find lines by what they mean: every hostile line that is only stated, every line on money with one actor.</p></Empty>}
    </>
  );
}

function Choice({ name, options }: { name: string; options: readonly string[] }) {
  return (
    <label class="field">
      {name}
      <select value={asked(name)} onChange={(event) => ask({ [name]: event.currentTarget.value })}>
        <option value="">any</option>
        {options.map((one) => <option key={one} value={one}>{plain(one)}</option>)}
      </select>
    </label>
  );
}

function Reports({ words }: { words: string }) {
  const answer = useAnswer(() => api.GET("/api/search", { params: { query: { words, limit: 20 } } }), [words]);
  return (
    <Shown answer={answer}>
      {(rows) => (
        <section>
          <h2>{count(rows.length, "report")}</h2>
          <ul class="hits">
            {rows.map(([id, title, around]) => (
              <li key={id}><a href={to("/report", { id })}><bdi>{title || "Untitled report"}</bdi></a><p><Marked text={around ?? ""} /></p></li>
            ))}
          </ul>
        </section>
      )}
    </Shown>
  );
}

/** The words around a hit; the store marks what was found with « and ». */
function Marked({ text }: { text: string }) {
  return <>{text.split(/[«»]/).map((piece, index) => (index % 2 ? <mark key={index}>{piece}</mark> : piece))}</>;
}

function Lines({ words }: { words: string }) {
  const query = {
    words,
    kind: (asked("kind") || undefined) as Schemas["Kind"] | undefined,
    dimension: (asked("dimension") || undefined) as Schemas["Dimension"] | undefined,
    sign: asked("sign") ? Number(asked("sign")) : undefined,
    voice: (asked("voice") || undefined) as Schemas["Voice"] | undefined,
    certainty: (asked("certainty") || undefined) as Schemas["Factuality"] | undefined,
    actor: asked("actor"),
    limit: 60,
  };
  const answer = useAnswer(() => api.GET("/api/lines/like", { params: { query } }), [query]);
  return (
    <Shown answer={answer}>
      {(passages) => (
        <section>
          <h2>{passages.length === 60 ? "The latest 60 lines" : count(passages.length, "line")}</h2>
          {passages.map((passage) => <PassageCard key={passage.line.key} passage={passage} />)}
          {passages.length ? null : <p class="note">No line is as you ask. Ask for less.</p>}
        </section>
      )}
    </Shown>
  );
}
