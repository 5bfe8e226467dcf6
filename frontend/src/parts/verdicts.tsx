import { decide, deciding } from "../api/decide";
import { short } from "../words";
import type { Passage } from "./passage";

/** Accept or reject a line; a decision stands beside what was read and can be taken back. */
export function Verdicts({ passage }: { passage: Passage }) {
  const { line } = passage;
  const say = (word: string) => `“${short(line.quote)}” is ${word}`;
  return (
    <>
      <button class="quiet" type="button" disabled={deciding.value || line.decision === "accept"} onClick={() => void decide("accept", line.key, "", say("accepted"))}>✓ Accept</button>
      <button class="quiet" type="button" disabled={deciding.value || line.decision === "reject"} onClick={() => void decide("reject", line.key, "", say("rejected"))}>✗ Reject</button>
    </>
  );
}
