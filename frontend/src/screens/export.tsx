import { api, useAnswer } from "../api/client";
import { ActorField } from "../parts/actor-field";
import { Shown } from "../parts/answer";
import { ask, asked, to } from "../router";

/** What can be taken away from here: always with quotes, sources and the warning that lines are leads. */
export function Screen() {
  const [left, right, known] = [asked("left"), asked("right"), asked("known")];
  return (
    <>
      <h1>Export</h1>
      <section class="panel">
        <h2>A dossier on two actors</h2>
        <p>One page that needs nothing else: the answer, the counter-evidence, what is missing, and every line with its quote and source. It prints well.</p>
        <div class="ask-pair">
          <ActorField label="One" value={left} onChoose={(name) => ask({ left: name })} />
          <span class="and">and</span>
          <ActorField label="The other" value={right} onChoose={(name) => ask({ right: name })} />
        </div>
        <p><label class="note">As known on <input type="date" value={known} onChange={(event) => ask({ known: event.currentTarget.value })} /></label></p>
        {left && right ? <Dossier left={left} right={right} known={known} /> : <p class="note">Name both actors first.</p>}
      </section>
      <section class="panel">
        <h2>Tables of the whole case</h2>
        <p>Ties, incidents and all other lines as tables for a spreadsheet, each row with its quote, speaker, hedge, date and source.</p>
        <p><a class="button" href="/api/export/tables" download="avowed-tables.zip">Save the tables</a></p>
      </section>
      <p class="note">On the command line: <code>avowed report "One" "Other" -o page.html</code> and <code>avowed export -o tables/</code>.</p>
    </>
  );
}

/** The way to the dossier, once it is known that the case holds both actors: a file with an error in it helps nobody. */
function Dossier({ left, right, known }: { left: string; right: string; known: string }) {
  const answer = useAnswer(() => api.GET("/api/pair", { params: { query: { left, right, known_on: known || undefined } } }), [left, right, known]);
  return <Shown answer={answer}>{() => <p><a class="button" href={to("/api/export/dossier", { left, right, known_on: known })} download="avowed-dossier.html">Save the dossier</a></p>}</Shown>;
}
