import { useEffect, useState } from "preact/hooks";
import { api, useAnswer, type Schemas } from "../../api/client";
import { undoLast } from "../../api/decide";
import { Loading } from "../../parts/answer";
import { EditLine } from "../../parts/edit-line";
import { useKeys } from "../../parts/keys";
import { PassageCard, type Passage } from "../../parts/passage";
import { accept, reject, Verdicts } from "../../parts/verdicts";
import { to } from "../../router";
import { OneByOne } from "./one-by-one";

/** One line at a time with its report beside it, the most useful first; one key for each deed. */
export function Queue({ kind }: { kind: Schemas["Kind"] | undefined }) {
  return (
    <OneByOne
      ask={(limit) => api.GET("/api/to-check", { params: { query: { kind, limit } } })}
      on={[kind]}
      nameOf={({ line }) => line.key}
      title="Nothing is left to check"
      none={<>Every line of this kind has been decided on, or none was read. <a href="/add">Add reports</a>, or look at another kind.</>}
    >
      {(now, waiting, onSkip) => <One passage={now} waiting={waiting} onSkip={onSkip} />}
    </OneByOne>
  );
}

function One({ passage, waiting, onSkip }: { passage: Passage; waiting: boolean; onSkip: () => void }) {
  const [editing, setEditing] = useState(false);
  const { line } = passage;
  const answer = useAnswer(() => api.GET("/api/report", { params: { query: { id: line.source.report } } }), [line.source.report]);
  useKeys(
    editing || waiting
      ? {}
      : {
          a: () => void accept(passage),
          r: () => void reject(passage),
          e: () => setEditing(true),
          s: onSkip,
          u: () => void undoLast(),
        },
  );
  return (
    <div class="review-one">
      <div class="review-line">
        <PassageCard passage={passage}>
          <div class="line-actions">
            <Verdicts passage={passage} onEdit={() => setEditing(true)} keys />
            <button class="quiet" type="button" onClick={onSkip}>Skip<kbd>s</kbd></button>
            <button class="quiet" type="button" onClick={() => void undoLast()}>Undo<kbd>u</kbd></button>
          </div>
        </PassageCard>
        {editing && answer.state === "done" ? <EditLine cast={answer.value.cast} passage={passage} report={line.source.report} onDone={() => setEditing(false)} /> : null}
        <p class="note">The reader gives this line a score of {line.score.toFixed(2)}; of lines scored so, about that share is right. Read by the rule “{line.rule}”.</p>
      </div>
      <section class="review-beside" aria-label="The report">
        {answer.state !== "failed" && answer.value ? <Around report={answer.value} passage={passage} /> : <Loading />}
      </section>
    </div>
  );
}

/** The words around a line, as much as one reads to judge it. */
function Around({ report, passage }: { report: Schemas["MarkedReport"]; passage: Passage }) {
  const { line } = passage;
  const points = Array.from(report.text);
  useEffect(() => {
    const chosen = document.querySelector<HTMLElement>(".review-beside .chosen");
    const beside = chosen?.closest<HTMLElement>(".review-beside");
    if (chosen && beside) beside.scrollTop += chosen.getBoundingClientRect().top - beside.getBoundingClientRect().top - beside.clientHeight / 3;
  }, [line.key]);
  return (
    <>
      <h2><a href={to("/report", { id: report.source.report, line: line.key })}><bdi>{report.source.title || "Untitled report"}</bdi></a></h2>
      <p class="note">{report.source.publisher}</p>
      <div class="report-text" lang={report.language || "en"}>
        {points.slice(0, line.start).join("")}
        <span class={`chosen ${line.voice}`}>{points.slice(line.start, line.end).join("")}</span>
        {points.slice(line.end).join("")}
      </div>
    </>
  );
}
