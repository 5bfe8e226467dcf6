import { useEffect, useState } from "preact/hooks";
import { EditLine } from "../../parts/edit-line";
import { Verdicts } from "../../parts/verdicts";
import { PassageCard, type Passage } from "../../parts/passage";
import { isTyping } from "../../parts/keys";
import { asked } from "../../router";
import type { Report } from "./types";
import type { Selected } from "./text";

/** The lines beside the text; the chosen one is open, with everything a person needs to judge it. */
type Shown = { passages: readonly Passage[]; report: Report; words: Selected | null; onChoose: (key: string | undefined) => void };

export function Lines({ passages, report, words, onChoose }: Shown) {
  const [editing, setEditing] = useState("");
  const chosen = asked("line");
  useEffect(() => {
    bringUp(document.querySelector<HTMLElement>(`.reader-lines [data-line="${CSS.escape(chosen)}"]`));
  }, [chosen]);
  const step = (event: KeyboardEvent) => {
    if (isTyping(event)) return;
    if (event.key !== "j" && event.key !== "k") return;
    const at = passages.findIndex(({ line }) => line.key === chosen);
    const to = passages[Math.max(0, Math.min(passages.length - 1, at + (event.key === "j" ? 1 : -1)))];
    if (to) onChoose(to.line.key);
  };
  if (!passages.length) return <p class="note">No line was read here. Select words in the text to add one that was missed.</p>;
  return (
    <ol class="reader-list" onKeyDown={step}>
      {passages.map((passage) => {
        const { line } = passage;
        const open = line.key === chosen;
        return (
          <li key={line.key} data-line={line.key} class={open ? "open" : ""}>
            <PassageCard passage={passage}>
              <div class="line-actions">
                <button class="quiet" type="button" aria-pressed={open} onClick={() => onChoose(open ? undefined : line.key)}>{open ? "Chosen" : "Show in the text"}</button>
                <Verdicts passage={passage} onEdit={() => setEditing(line.key)} />
              </div>
              {editing === line.key ? <EditLine cast={report.cast} passage={passage} report={report.source.report} words={words} onDone={() => setEditing("")} /> : null}
            </PassageCard>
          </li>
        );
      })}
    </ol>
  );
}

/** The list goes to the line that is chosen; the page itself goes to its words in the text, and must not be led astray. */
function bringUp(line: HTMLElement | null): void {
  const list = line?.closest(".reader-lines");
  if (!line || !list) return;
  const [one, frame] = [line.getBoundingClientRect(), list.getBoundingClientRect()];
  if (one.top < frame.top || one.bottom > frame.bottom) list.scrollTop += one.top - frame.top - frame.height / 4;
}
