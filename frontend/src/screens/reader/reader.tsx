import { useMemo, useRef } from "preact/hooks";
import { api, useAnswer } from "../../api/client";
import { Shown } from "../../parts/answer";
import { ask, asked, to } from "../../router";
import { count, interval, plain } from "../../words";
import { Lines } from "./lines";
import { Reports } from "./reports";
import { Select, useSelected } from "./select";
import { Text } from "./page";
import { pieces } from "./text";
import type { Report } from "./types";

export function Screen() {
  const id = asked("id");
  const answer = useAnswer(() => (id ? api.GET("/api/report", { params: { query: { id } } }) : null), [id]);
  if (!id) return <Reports />;
  return <Shown answer={answer}>{(report) => <Page report={report} />}</Shown>;
}

function Page({ report }: { report: Report }) {
  const text = useRef<HTMLDivElement>(null);
  const [words, forget] = useSelected(text);
  const cut = useMemo(() => pieces(report), [report]);
  const kind = asked("kind");
  const passages = report.passages.filter((passage) => !kind || passage.kind === kind);
  const choose = (key: string | undefined) => ask({ line: key }, true);
  return (
    <div class="reader">
      <Head report={report} />
      <div class="reader-columns">
        <div class="reader-text" ref={text}>
          <Text report={report} cut={cut} shown={passages} onChoose={choose} />
        </div>
        <aside class="reader-lines" aria-label="Lines read in this report">
          <Select words={words} report={report} onDone={forget} />
          <div class="lines-head">
            <h2>{count(report.passages.length, "line")}</h2>
            <label class="note">kind{" "}
              <select value={kind} onChange={(event) => ask({ kind: event.currentTarget.value }, true)}>
                <option value="">all</option>
                {[...new Set(report.passages.map((passage) => passage.kind))].map((one) => <option key={one} value={one}>{plain(one)}</option>)}
              </select>
            </label>
          </div>
          <Lines passages={passages} report={report} words={words} onChoose={choose} />
        </aside>
      </div>
    </div>
  );
}

function Head({ report }: { report: Report }) {
  const { source } = report;
  return (
    <header class="reader-head">
      <p class="note"><a href="/report">Reports</a></p>
      <h1><bdi>{source.title || "Untitled report"}</bdi></h1>
      <p>
        <strong>{source.publisher || "unknown publisher"}</strong>{report.authors.length ? `, by ${report.authors.join(", ")}` : ""}, {interval(source.published)}
        {report.basis ? <span class="note"> (date from {plain(report.basis)})</span> : null}
        {source.origin ? <>; goes back to <strong>{source.origin}</strong></> : null}
      </p>
      {report.copies.length ? (
        <p class="note">
          The same story, counted once:{" "}
          {report.copies.map((copy, index) => <span key={copy.report}>{index ? ", " : ""}<a href={to("/report", { id: copy.report })}>{copy.publisher || copy.title}</a></span>)}
        </p>
      ) : null}
      {report.skipped ? <p class="failed">Not read: {report.skipped}</p> : null}
      {report.notes.length ? <details class="note"><summary>How it was taken in</summary><ul>{report.notes.map((note) => <li key={note}>{note}</li>)}</ul></details> : null}
    </header>
  );
}
