// Small signs. None tells anything by colour alone: each has its glyph or its words.
import { marks, plain, signed, signWords, VOICE_WORDS, type Line, type Voice } from "../words";

export function Sign({ sign, denied = false }: { sign: number; denied?: boolean }) {
  if (denied) return <span class="sign none" role="img" aria-label="denied">∅</span>;
  const name = sign > 0 ? "plus" : sign < 0 ? "minus" : "none";
  return <span class={`sign ${name}`} role="img" aria-label={signWords(sign)}>{signed(sign)}</span>;
}

export function VoiceBadge({ voice }: { voice: Voice }) {
  const words = VOICE_WORDS[voice];
  return <span class={`voice ${voice}`} title={words.question}><span aria-hidden="true">{words.glyph}</span> {words.short.toLowerCase()}</span>;
}

/** Denied, possible, planned ...: always before the words, so that a hedged line never looks like a plain one. */
export function Marks({ line }: { line: Pick<Line, "negated" | "mode" | "factuality"> }) {
  return (
    <>
      {marks(line).map((mark) => (
        <span class={`mark ${mark === "denied" ? "denied" : "hedge"}`} key={mark}>{mark}</span>
      ))}
    </>
  );
}

export function Decision({ verdict }: { verdict: string }) {
  if (!verdict) return null;
  const glyph = verdict === "accept" ? "✓" : verdict === "reject" ? "✗" : "✎";
  const word = verdict === "accept" ? "accepted" : verdict === "reject" ? "rejected" : verdict === "edit" ? "corrected" : plain(verdict);
  return <span class={`decision ${verdict}`}><span aria-hidden="true">{glyph}</span> {word}</span>;
}
