import { deciding, lastMade, lastProblem, undoLast } from "../api/decide";

/** What was decided last, with a way back; and what could not be decided, and why. */
export function Notice() {
  const problem = lastProblem.value;
  const made = lastMade.value;
  return (
    <div class="notice-place" aria-live="polite">
      {problem ? (
        <div class="notice bad">
          <span>{problem.message}</span>
          <button class="quiet" type="button" onClick={() => (lastProblem.value = null)}>Close</button>
        </div>
      ) : made ? (
        <div class={made.against.length ? "notice bad" : "notice"}>
          <span>
            Decision {made.number}: {made.words}
            {made.against.length ? <strong class="against"> It conflicts with an earlier decision: {made.against.join("; ")}.</strong> : null}
          </span>
          <button class="quiet" type="button" disabled={deciding.value} onClick={() => void undoLast()}>Take it back</button>
          <button class="quiet" type="button" aria-label="Close this notice" onClick={() => (lastMade.value = null)}>✕</button>
        </div>
      ) : null}
    </div>
  );
}
