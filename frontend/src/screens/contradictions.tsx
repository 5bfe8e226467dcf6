import { api, session, useAnswer, type Schemas } from "../api/client";
import { ActorField } from "../parts/actor-field";
import { Empty, Shown } from "../parts/answer";
import { LineCard } from "../parts/line";
import { More } from "../parts/more";
import { ask, asked, to } from "../router";
import { count, day, placeName, plain } from "../words";

const PAGE = 40;

/** Lines that cannot all hold, side by side: kept and shown, never settled by which is newer. */
export function Screen() {
  const name = asked("name");
  const kind = asked("kind");
  const from = Number(asked("from")) || 0;
  const answer = useAnswer(() => api.GET("/api/contradictions", { params: { query: { name: name ? [name] : undefined } } }), [name]);
  return (
    <>
      <h1>Contradictions</h1>
      <div class="filter-row">
        <ActorField label="Only about" value={name} onChoose={(chosen) => ask({ name: chosen, from: undefined })} />
      </div>
      <Shown answer={answer}>
        {(rows) => {
          if (!rows.length) return <Empty title={session.value?.counts["reports"] ? "Nothing contradicts anything" : "Nothing to set side by side yet"}><p>Where two reports tell the same thing otherwise (a sign, a toll, a date, a place, who did it, who is who), both stand here side by side.</p>{session.value?.counts["reports"] ? null : <p><a class="button" href="/add">Add reports</a></p>}</Empty>;
          const kinds = [...new Set(rows.map((row) => row.kind))];
          const kept = rows.filter((row) => !kind || row.kind === kind);
          return (
            <>
              <div class="tabs">
                <button type="button" class="tab" aria-pressed={!kind} onClick={() => ask({ kind: undefined, from: undefined })}>all {rows.length}</button>
                {kinds.map((one) => <button key={one} type="button" class="tab" aria-pressed={kind === one} onClick={() => ask({ kind: one, from: undefined })}>{plain(one)} {rows.filter((row) => row.kind === one).length}</button>)}
              </div>
              <p class="note">{count(kept.length, "contradiction")}</p>
              {kept.slice(from, from + PAGE).map((row, index) => <Row key={`${row.left.key} ${row.right.key} ${index}`} row={row} />)}
              <More from={from} page={PAGE} total={kept.length} />
            </>
          );
        }}
      </Shown>
    </>
  );
}

function Row({ row }: { row: Schemas["Contradiction"] }) {
  const toll = row.kind === "toll" ? ` ${row.words.slice(row.words.lastIndexOf(": ") + 2)}` : "";
  const said = (words: string) => (row.kind === "date" ? words.replace(/\d{4}-\d\d-\d\d/g, (date) => day(date)) : words + toll);
  return (
    <section class="contradiction">
      <h2>
        {row.incident ? placeName(row.words) : row.words} <span class="note">{plain(row.kind)}{row.incident ? <> · <a href={to("/incident", { key: row.incident })}>the incident</a></> : null}</span>
      </h2>
      <div class="two">
        <LineCard line={row.left}><span class="proposition">{said(row.left_says)}</span></LineCard>
        <LineCard line={row.right}><span class="proposition">{said(row.right_says)}</span></LineCard>
      </div>
    </section>
  );
}
