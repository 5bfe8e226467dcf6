// The form in which a line is corrected, or one that was missed is added. What was read stays; this stands beside it.
import { useId, useState } from "preact/hooks";
import type { Schemas } from "../api/client";
import { deciding, make } from "../api/decide";
import { plain, short } from "../words";
import type { Passage } from "./passage";
import { vocabulary } from "./vocabulary";

type Cast = Schemas["Cast"];
type Given = Schemas["Given"];
type Draft = { subject: string; object: string; dimension: string; sign: number; negated: boolean; factuality: string; mode: string; voice: string; speaker: string; start: number; end: number; when: string };
type Form = { cast: readonly Cast[]; passage?: Passage; report: string; words?: { start: number; end: number; words: string } | null; onDone: () => void };

export function EditLine({ cast, passage, report, words, onDone }: Form) {
  const [before] = useState(() => draftOf(passage, words));
  const [draft, setDraft] = useState<Draft>(before);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const tie = !passage || passage.kind === "tie";
  const span = words && (words.start !== draft.start || words.end !== draft.end) ? words : null;

  const save = async (event: Event) => {
    event.preventDefault();
    const given = changed(before, draft, !passage, tie);
    const done = passage
      ? await make("edit", passage.line.key, { given }, `“${short(passage.line.quote)}” is corrected`)
      : await make("add", report, { given }, `a line is added on “${short(words?.words ?? "")}”`);
    if (done) onDone();
  };
  return (
    <form class="edit-line" onSubmit={save} onKeyDown={(event) => event.key === "Escape" && onDone()}>
      <h3>{passage ? "Correct this line" : "Add a line that was missed"}</h3>
      {!passage && words ? <blockquote>“{words.words}”</blockquote> : null}
      {tie ? (
        <>
          <Choice label="Who" value={draft.subject} options={actors(cast)} onChange={(subject) => set({ subject })} required={!passage} />
          <div class="edit-row">
            <Choice label="in which respect" value={draft.dimension} options={vocabulary().dimensions.map((one) => [one, plain(one)])} onChange={(dimension) => set({ dimension })} required={!passage} />
            <fieldset class="signs">
              <legend>sign</legend>
              {([[1, "+ cooperation"], [-1, "− hostility"], [0, "· neither"]] as const).map(([sign, name]) => (
                <label key={sign}><input type="radio" name="sign" checked={draft.sign === sign} onChange={() => set({ sign })} /> {name}</label>
              ))}
            </fieldset>
          </div>
          <Choice label="to whom" value={draft.object} options={actors(cast)} onChange={(object) => set({ object })} required={!passage} />
        </>
      ) : null}
      <div class="edit-row">
        <Choice label="how sure" value={draft.factuality} options={vocabulary().factualities.map((one) => [one, plain(one)])} onChange={(factuality) => set({ factuality })} required />
        <Choice label="is it told as a fact?" value={draft.mode} options={vocabulary().modes.map((one) => [one, MODES[one] ?? plain(one)])} onChange={(mode) => set({ mode })} hint={MODE_HINT} required />
        <label class="check"><input type="checkbox" checked={draft.negated} onChange={(event) => set({ negated: event.currentTarget.checked })} /> denied</label>
      </div>
      <div class="edit-row">
        <Choice label="voice" value={draft.voice} options={vocabulary().voices.map((one) => [one, plain(one)])} onChange={(voice) => set({ voice })} required />
        <Choice label="who says it" value={draft.speaker} options={[["-", passage ? "as it was read" : "the report itself"], ...(passage ? [["", "the report itself"] as [string, string]] : []), ...actors(cast)]} onChange={(speaker) => set({ speaker })} required />
        <label class="field">when<input type="text" value={draft.when} placeholder="2020, 2020-03 or 2020-03-25" pattern="\d{4}(-\d{2}(-\d{2})?)?" onInput={(event) => set({ when: event.currentTarget.value })} /></label>
      </div>
      {passage && span ? <button class="quiet" type="button" onClick={() => set({ start: span.start, end: span.end })}>Take the selected words for its quote: “{short(span.words)}”</button> : null}
      {passage && draft.start !== before.start ? <p class="note">Its quote will be the words that you selected.</p> : null}
      <p class="edit-buttons">
        <button type="submit" disabled={deciding.value}>{passage ? "Correct" : "Add"}</button>
        <button class="quiet" type="button" onClick={onDone}>Leave it</button>
      </p>
    </form>
  );
}

// What the words of a line tell of, whoever says so and however sure.
const MODES: Record<string, string> = { actual: "yes: it is or was so", future: "no: planned, promised or expected", hypothetical: "no: only supposed (if, could, would)" };
const MODE_HINT = "“A armed B” and “A is arming B” are facts, “A will arm B” is planned, “if A armed B” is only supposed. Doubt is another matter: set it under “how sure”.";

type Choosing = { label: string; value: string; options: readonly (readonly [string, string])[]; onChange: (value: string) => void; required?: boolean; hint?: string };

function Choice({ label, value, options, onChange, required = false, hint }: Choosing) {
  const id = useId();
  const field = (
    <label class="field">
      {label}
      <select value={value} required={required} aria-describedby={hint ? id : undefined} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.some(([key]) => key === value) ? null : <option value={value}>{value ? "as it was read" : "choose"}</option>}
        {options.map(([key, name]) => <option key={key} value={key}>{name}</option>)}
      </select>
    </label>
  );
  return hint ? <div class="hinted">{field}<p class="note" id={id}>{hint}</p></div> : field;
}

const actors = (cast: readonly Cast[]): [string, string][] => cast.map((one) => [one.occurrence, `${one.name} (${plain(one.kind)})`]);

function draftOf(passage: Passage | undefined, words: Form["words"]): Draft {
  const line = passage?.line;
  const key = (part: string) => passage?.parts.find((one) => one.part === part)?.occurrence ?? "";
  return {
    subject: key("subject"),
    object: key("object"),
    dimension: passage?.dimension ?? "",
    sign: passage?.sign ?? 1,
    negated: line?.negated ?? false,
    factuality: line?.factuality ?? "certain",
    mode: line?.mode ?? "actual",
    voice: line?.voice ?? "observed",
    speaker: "-",
    start: line?.start ?? words?.start ?? 0,
    end: line?.end ?? words?.end ?? 0,
    when: "",
  };
}

/** Only what is other; for a new line everything. */
function changed(before: Draft, after: Draft, whole: boolean, tie: boolean): Given {
  const given: Record<string, unknown> = {};
  for (const name of Object.keys(after) as (keyof Draft)[]) {
    if (!tie && ["subject", "object", "dimension", "sign"].includes(name)) continue;
    if (name === "speaker") {
      if (after.speaker !== "-") given["speaker"] = after.speaker;
    } else if (name === "when") {
      if (after.when) given["when"] = after.when;
    } else if (whole || after[name] !== before[name]) given[name] = after[name];
  }
  return given as Given;
}
