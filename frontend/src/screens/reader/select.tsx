import { useEffect, useState } from "preact/hooks";
import type { RefObject } from "preact";
import { EditLine } from "../../parts/edit-line";
import { short } from "../../words";
import type { Report } from "./types";
import { selected, type Selected } from "./text";

/** The words that are selected in the text; they stay when a button is pressed. */
export function useSelected(root: RefObject<HTMLDivElement | null>): [Selected | null, () => void] {
  const [words, setWords] = useState<Selected | null>(null);
  useEffect(() => {
    const look = () => {
      const found = selected(root.current);
      if (found) setWords(found);
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, []);
  return [words, () => setWords(null)];
}

/** What can be done with words that are selected in the text. */
export function Select({ words, report, onDone }: { words: Selected | null; report: Report; onDone: () => void }) {
  const [adding, setAdding] = useState(false);
  const done = () => {
    setAdding(false);
    onDone();
  };
  if (adding && words) return <EditLine cast={report.cast} report={report.source.report} words={words} onDone={done} />;
  if (!words) return <p class="note">Select words in the text to add a line that was missed, or to mend where a line begins and ends.</p>;
  return (
    <p class="selected-words">
      <span>Selected: “{short(words.words)}”</span>{" "}
      <button class="quiet" type="button" onClick={() => setAdding(true)}>Add a line</button>{" "}
      <button class="quiet" type="button" onClick={onDone}>Leave it</button>
    </p>
  );
}
