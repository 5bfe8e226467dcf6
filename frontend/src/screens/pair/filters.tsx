import { ask, asked } from "../../router";
import { VOICES, VOICE_WORDS, type Line } from "../../words";

/** Days change the whole answer; voice, certainty and source choose which lines are listed. All of it is in the address. */
export function Filters() {
  const any = ["known", "voice", "sure", "from", "until", "source"].some((name) => asked(name));
  return (
    <details class="filters" open={any}>
      <summary>Narrow it down{any ? " (narrowed)" : ""}</summary>
      <div class="filter-row">
        <label>As known on <input type="date" value={asked("known")} onChange={(event) => ask({ known: event.currentTarget.value })} /></label>
        <label>Voice{" "}
          <select value={asked("voice")} onChange={(event) => ask({ voice: event.currentTarget.value })}>
            <option value="">all</option>
            {VOICES.map((voice) => <option key={voice} value={voice}>{VOICE_WORDS[voice].short.toLowerCase()}</option>)}
          </select>
        </label>
        <label>How sure{" "}
          <select value={asked("sure")} onChange={(event) => ask({ sure: event.currentTarget.value })}>
            <option value="">all</option>
            <option value="plain">told as fact</option>
            <option value="hedged">hedged or denied</option>
          </select>
        </label>
        <label>Holding from <input type="date" value={asked("from")} onChange={(event) => ask({ from: event.currentTarget.value })} /></label>
        <label>until <input type="date" value={asked("until")} onChange={(event) => ask({ until: event.currentTarget.value })} /></label>
        <label>Source <input type="text" value={asked("source")} placeholder="part of a name" onChange={(event) => ask({ source: event.currentTarget.value })} /></label>
        {any ? <button class="quiet" type="button" onClick={() => ask({ known: undefined, voice: undefined, sure: undefined, from: undefined, until: undefined, source: undefined })}>Show all</button> : null}
      </div>
    </details>
  );
}

/** True for lines that pass the filters in the address; days are asked of the case itself, so that figures follow. */
export function passes(line: Line, hedged: boolean): boolean {
  if (asked("voice") && line.voice !== asked("voice")) return false;
  if (asked("sure") === "plain" && hedged) return false;
  if (asked("sure") === "hedged" && !hedged) return false;
  return line.source.publisher.toLowerCase().includes(asked("source").toLowerCase());
}
