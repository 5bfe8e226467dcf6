import { ActorField } from "../../parts/actor-field";
import { ask, asked } from "../../router";
import { plain, VOICES, VOICE_WORDS } from "../../words";

const MOST = [50, 200, 500, 2000];

/** Around whom, how far, how many; these change what is asked of the case. */
export function Around() {
  const focus = asked("focus");
  return (
    <div class="filter-row network-around">
      <ActorField label="Around" value={focus} onChoose={(name) => ask({ focus: name, actor: undefined, pair: undefined, other: name ? asked("other") : undefined })} />
      {focus ? (
        <>
          <label class="field">Steps outwards
            <select value={asked("steps") || "1"} onChange={(event) => ask({ steps: event.currentTarget.value })}>
              {[1, 2, 3, 4].map((steps) => <option key={steps} value={String(steps)}>{steps}</option>)}
            </select>
          </label>
          <ActorField label="and the way to" value={asked("other")} onChoose={(name) => ask({ other: name })} />
        </>
      ) : null}
      <label class="field">Actors at most
        <select value={asked("most") || "200"} onChange={(event) => ask({ most: event.currentTarget.value })}>
          {MOST.map((most) => <option key={most} value={String(most)}>{most.toLocaleString("en")}</option>)}
        </select>
      </label>
      <label class="field">As known on<input type="date" value={asked("known")} onChange={(event) => ask({ known: event.currentTarget.value })} /></label>
    </div>
  );
}

/** Looks at the same picture: nothing moves, lines are shown or not. */
export function Look() {
  const voice = asked("voice");
  return (
    <div class="tabs" role="group" aria-label="Which look at the picture">
      <button type="button" class="tab" aria-pressed={!voice} onClick={() => ask({ voice: undefined })}>All voices</button>
      {VOICES.map((one) => (
        <button key={one} type="button" class="tab" aria-pressed={voice === one} title={VOICE_WORDS[one].question} onClick={() => ask({ voice: one })}>
          <span aria-hidden="true">{VOICE_WORDS[one].glyph}</span> {VOICE_WORDS[one].short}
        </button>
      ))}
      <label class="check"><input type="checkbox" checked={asked("sure") === "plain"} onChange={(event) => ask({ sure: event.currentTarget.checked ? "plain" : undefined })} /> told as fact only</label>
    </div>
  );
}

/** Layers by dimension, each to be shown or hidden. */
export function Layers({ layers, hidden }: { layers: readonly [string, number][]; hidden: ReadonlySet<string> }) {
  const set = (names: Iterable<string>) => ask({ without: [...names].sort().join(",") || undefined });
  const toggle = (name: string) => set(hidden.has(name) ? [...hidden].filter((one) => one !== name) : [...hidden, name]);
  return (
    <details class="layers" open={hidden.size > 0}>
      <summary>Layers: {hidden.size ? `${layers.filter(([name]) => !hidden.has(name)).length} of ${layers.length} respects` : "all respects"}</summary>
      <div class="layer-list">
        {layers.map(([name, lines]) => (
          <label key={name} class="check"><input type="checkbox" checked={!hidden.has(name)} onChange={() => toggle(name)} /> {plain(name)} <span class="note">{lines}</span></label>
        ))}
      </div>
      <p class="layer-buttons">
        <button type="button" class="quiet" onClick={() => set([])}>All</button>{" "}
        <button type="button" class="quiet" onClick={() => set(layers.map(([name]) => name))}>None</button>
      </p>
    </details>
  );
}
