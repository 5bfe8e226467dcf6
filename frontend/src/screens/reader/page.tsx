import { Fragment } from "preact";
import { useEffect, useState } from "preact/hooks";
import { asked, to } from "../../router";
import type { Passage } from "../../parts/passage";
import type { Report } from "./types";
import type { Piece } from "./text";

type Shown = { report: Report; cut: readonly Piece[]; shown: readonly Passage[]; onChoose: (key: string) => void };

/** The text with mentions and lines in place; the chosen line stands out with its speakers and hedges. */
export function Text({ report, cut, shown, onChoose }: Shown) {
  const chosen = report.passages.find(({ line }) => line.key === asked("line"));
  const keys = new Set(shown.map(({ line }) => line.key));
  useEffect(() => {
    if (chosen) document.querySelector(".reader-text .chosen")?.scrollIntoView({ block: "center", behavior: "smooth" });
  }, [chosen?.line.key]);
  return (
    <div class="report-text" lang={report.language || "en"}>
      {cut.map((piece) => {
        const lines = piece.lines.filter((key) => keys.has(key));
        return (
          <Fragment key={piece.start}>
            {piece.breaks ? <PageBreak report={report} number={piece.breaks} /> : null}
            <span
              data-start={piece.start}
              class={classes(piece, lines, chosen)}
              title={piece.mark?.actor ? "an actor of the case" : undefined}
              onClick={lines.length ? () => window.getSelection()?.isCollapsed !== false && onChoose(next(lines, chosen?.line.key)) : undefined}
            >
              {piece.text}
            </span>
          </Fragment>
        );
      })}
    </div>
  );
}

function classes(piece: Piece, lines: readonly string[], chosen: Passage | undefined): string {
  const names = [];
  if (piece.mark) names.push("mention", piece.mark.actor ? "of-actor" : piece.mark.type);
  if (lines.length) names.push("quoted");
  if (chosen && piece.lines.includes(chosen.line.key)) {
    names.push("chosen", chosen.line.voice);
    const within = (start: number, end: number) => start <= piece.start && piece.end <= end;
    if (chosen.line.speakers.some(({ span }) => span && within(span.start, span.end))) names.push("speaker-words");
  }
  return names.join(" ");
}

/** Clicking again on the same words goes through the lines that rest on them. */
const next = (lines: readonly string[], chosen: string | undefined): string =>
  lines[(lines.indexOf(chosen ?? "") + 1) % lines.length] as string;

function PageBreak({ report, number }: { report: Report; number: number }) {
  const [open, setOpen] = useState(false);
  if (report.format !== "pdf") return null;
  return (
    <span class="page-break" contentEditable={false}>
      <button class="quiet" type="button" aria-expanded={open} onClick={() => setOpen(!open)}>Page {number}: {open ? "hide" : "show"} its picture</button>
      {open ? <img src={to("/api/report/page", { id: report.source.report, number: String(number) })} alt={`Page ${number} of the PDF`} loading="lazy" /> : null}
    </span>
  );
}
