import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import { short } from "../../words";
import type { Report } from "./reader";
import { selected, type Selected } from "./text";

/** What can be done with words that are selected in the text. */
export function Select({ root, report: _report }: { root: RefObject<HTMLDivElement | null>; report: Report }) {
  const [words, setWords] = useState<Selected | null>(null);
  useEffect(() => {
    const look = () => {
      const found = selected(root.current);
      if (found) setWords(found);
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, []);
  if (!words) return <p class="note">Select words in the text to add a line that was missed, or to mend where a line begins and ends.</p>;
  return <p class="note">Selected: “{short(words.words)}”</p>;
}
