import { ask } from "../../router";
import { plain, VOICES, VOICE_WORDS } from "../../words";
import type { Pair } from "./types";

export function Dimensions({ pair }: { pair: Pair }) {
  const rows = Object.entries(pair.dimensions);
  if (!rows.length) return <p class="note">No line ties the two directly.</p>;
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label="Dimensions by voice">
      <table class="dimensions">
        <thead>
          <tr>
            <th scope="col">respect</th>
            {VOICES.map((voice) => <th key={voice} scope="col"><span aria-hidden="true">{VOICE_WORDS[voice].glyph}</span> {VOICE_WORDS[voice].short.toLowerCase()}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map(([dimension, voices]) => (
            <tr key={dimension}>
              <th scope="row">{plain(dimension)}</th>
              {VOICES.map((voice) => {
                const tally = voices[voice];
                return (
                  <td key={voice}>
                    <Cell sign="+" kind="plus-words" keys={tally?.cooperative} of={`cooperative ${plain(dimension)}, ${voice}`} />
                    <Cell sign="−" kind="minus-words" keys={tally?.hostile} of={`hostile ${plain(dimension)}, ${voice}`} />
                    <Cell sign="∅" kind="" keys={tally?.denied} of={`denied ${plain(dimension)}, ${voice}`} />
                    <Cell sign="·" kind="" keys={tally?.neutral} of={`neutral ${plain(dimension)}, ${voice}`} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">+ cooperation, − hostility, ∅ denied. Each opens its lines.</p>
    </div>
  );
}

function Cell({ sign, kind, keys, of }: { sign: string; kind: string; keys: readonly string[] | undefined; of: string }) {
  if (!keys?.length) return null;
  return (
    <button type="button" class={`cell ${kind}`} aria-label={`${keys.length} ${of}`} onClick={() => open(keys)}>
      {sign}{keys.length}
    </button>
  );
}

function open(keys: readonly string[]): void {
  ask({ lines: keys.join(",") });
  document.getElementById("lines")?.scrollIntoView({ block: "start" });
}
