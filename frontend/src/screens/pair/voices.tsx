import { scaleLinear } from "d3-scale";
import { ask } from "../../router";
import { count, figure, VOICES, VOICE_WORDS, type Voice } from "../../words";
import type { Pair } from "./types";

const x = scaleLinear([-1, 1], [8, 292]);

/** Stated, observed and assessed side by side: both tallies, and a place on the scale where the evidence allows one. */
export function Voices({ pair }: { pair: Pair }) {
  return (
    <section class="voices" aria-label="Stated, observed, assessed">
      {VOICES.map((voice) => <OneVoice key={voice} voice={voice} pair={pair} />)}
    </section>
  );
}

function OneVoice({ voice, pair }: { voice: Voice; pair: Pair }) {
  const tally = pair.voices[voice];
  const close = pair.closeness[voice];
  const words = VOICE_WORDS[voice];
  const show = (keys: readonly string[] = []) => ask({ lines: keys.join(",") || undefined });
  return (
    <div class={`voice-panel ${voice}`}>
      <h3><span class="glyph" aria-hidden="true">{words.glyph}</span> {words.short}</h3>
      <p class="note">{words.question}</p>
      {close ? (
        <>
          <Scale value={close.value} low={close.low} high={close.high} />
          <p class="verdict">{close.mixed ? "Mixed" : close.value > 0 ? "Close" : "Hostile"}: {figure(close.value)} <span class="note">(80 % between {figure(close.low)} and {figure(close.high)}; {figure(close.reach.low)} to {figure(close.reach.high)} with any one source less, or an unknown one more)</span></p>
          {close.hangs_on ? <p class="note">It hangs on {close.hangs_on}.</p> : null}
        </>
      ) : (
        <p class="verdict thin">Too little evidence for a number</p>
      )}
      {tally ? (
        <p class="tallies">
          <button type="button" class="tally plus-words" disabled={!tally.cooperative.length} onClick={() => show(tally.cooperative)}>+ {count(tally.cooperative.length, "cooperative", "cooperative")}</button>
          <button type="button" class="tally minus-words" disabled={!tally.hostile.length} onClick={() => show(tally.hostile)}>− {count(tally.hostile.length, "hostile", "hostile")}</button>
          <button type="button" class="tally" disabled={!tally.denied.length} onClick={() => show(tally.denied)}>{count(tally.denied.length, "denied", "denied")}</button>
          <span class="note">from {count(tally.families, "independent source")}</span>
        </p>
      ) : null}
    </div>
  );
}

function Scale({ value, low, high }: { value: number; low: number; high: number }) {
  return (
    <svg class="scale" viewBox="0 0 300 34" role="img" aria-label={`${figure(value)} on a scale from −1, hostile, to +1, close; 80 % between ${figure(low)} and ${figure(high)}`}>
      <line class="scale-line" x1={x(-1)} x2={x(1)} y1="12" y2="12" />
      <line class="scale-zero" x1={x(0)} x2={x(0)} y1="5" y2="19" />
      <line class="scale-band" x1={x(low)} x2={x(high)} y1="12" y2="12" />
      <circle class="scale-point" cx={x(value)} cy="12" r="6" />
      <text x={x(-1)} y="31" class="scale-words">− hostile</text>
      <text x={x(1)} y="31" text-anchor="end" class="scale-words">close +</text>
    </svg>
  );
}
