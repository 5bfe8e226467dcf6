import { decide, deciding } from "../api/decide";
import { short } from "../words";
import type { Passage } from "./passage";

/** Accept, reject or correct a line; a decision stands beside what was read and can be taken back. */
export function Verdicts({ passage, onEdit, keys = false }: { passage: Passage; onEdit?: () => void; keys?: boolean }) {
  const { line } = passage;
  return (
    <>
      <button class="quiet" type="button" disabled={deciding.value || line.decision === "accept"} onClick={() => void accept(passage)}>✓ Accept{keys ? <kbd>a</kbd> : null}</button>
      <button class="quiet" type="button" disabled={deciding.value || line.decision === "reject"} onClick={() => void reject(passage)}>✗ Reject{keys ? <kbd>r</kbd> : null}</button>
      {onEdit ? <button class="quiet" type="button" onClick={onEdit}>✎ Correct{keys ? <kbd>e</kbd> : null}</button> : null}
    </>
  );
}

export const accept = ({ line }: Passage): Promise<boolean> => decide("accept", line.key, "", `“${short(line.quote)}” is accepted`);
export const reject = ({ line }: Passage): Promise<boolean> => decide("reject", line.key, "", `“${short(line.quote)}” is rejected`);
