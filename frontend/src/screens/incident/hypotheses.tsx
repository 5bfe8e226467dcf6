import { useState } from "preact/hooks";
import type { Schemas } from "../../api/client";
import { deciding, make } from "../../api/decide";
import { to } from "../../router";
import { plain, short } from "../../words";
import type { Incident } from "./words";

const RATINGS: Record<string, string> = { "-2": "−−", "-1": "−", "0": "·", "1": "+", "2": "++" };
const READ: Record<string, string> = { "-2": "strongly inconsistent", "-1": "inconsistent", "0": "says nothing", "1": "consistent", "2": "strongly consistent" };

/** The matrix of competing hypotheses: the least inconsistent first, the most telling lines first. */
export function Hypotheses({ matrix, incident }: { matrix: Schemas["Matrix"]; incident: Incident }) {
  const [words, setWords] = useState("");
  const suppose = async (event: Event) => {
    event.preventDefault();
    if (await make("suppose", incident.key, { words }, `“${words}” is supposed`)) setWords("");
  };
  const columns = matrix.hypotheses;
  return (
    <>
      {columns.length ? (
        <>
        <p class="note">Each line is held against each hypothesis; the one with least against it stands first. Its two sums weigh every line by how surely it is told and by the grade of its source. A line that fits all of them alike tells none apart (0.0), one that fits one and speaks against another tells most (1.0).</p>
        <div class="scroll" tabIndex={0} role="group" aria-label="Hypotheses against evidence">
          <table class="matrix">
            <thead>
              <tr>
                <th scope="col">evidence</th>
                {columns.map((one) => (
                  <th key={one.key} scope="col">
                    {one.words}
                    <span class="note">{one.bases.map(plain).join(", ")}{one.decision ? " a person's own" : ""}</span>
                    <span class="note">against it {one.inconsistency.toFixed(1)}, for it {one.support.toFixed(1)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {matrix.evidence.map((row) => (
                <tr key={row.line}>
                  <th scope="row">
                    <a href={to("/report", { id: matrix.lines[row.line]?.source.report, line: row.line })}>{short(row.words, 120)}</a>{" "}
                    <span class="note">{matrix.lines[row.line]?.source.publisher}; tells them apart by {row.diagnosticity.toFixed(1)}</span>
                  </th>
                  {columns.map((one) => (
                    <td key={one.key}>
                      <Rating
                        value={row.ratings[one.key] ?? 0}
                        about={one.words}
                        onRate={(rating) => void make("rate", row.line, { right: incident.key, words: one.words, rating }, `a line is rated for ${one.words}`)}
                      />
                      {row.rated.includes(one.key) ? <span class="note">rated by a person</span> : null}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        </>
      ) : (
        <p class="note">No report names anybody, so that there is no hypothesis yet. You can add one.</p>
      )}
      {matrix.competing.length > 1 ? <p><strong>Competing claims:</strong> {matrix.competing.map((key) => matrix.names[key] ?? key).join(" and ")} each claim it.</p> : null}
      {matrix.gains.length ? <><h3>Who gains, as judged (no evidence of the deed)</h3><ul>{matrix.gains.map(([line, words]) => <li key={line}><a href={to("/report", { id: matrix.lines[line ?? ""]?.source.report, line })}>{short(words ?? "", 200)}</a></li>)}</ul></> : null}
      {matrix.missing.length ? <><h3>What is missing</h3><ul>{matrix.missing.map((one) => <li key={one}>{one}</li>)}</ul></> : null}
      <form class="edit-row" onSubmit={suppose}>
        <label class="field">Another hypothesis<input type="text" value={words} placeholder="an actor, or your own words" onInput={(event) => setWords(event.currentTarget.value)} /></label>
        <button type="submit" class="quiet" disabled={!words.trim() || deciding.value}>Add it</button>
      </form>
    </>
  );
}

/** A choice that shows its words in full, over two lines where the column is narrow; a list of choices alone would cut them. */
function Rating({ value, about, onRate }: { value: number; about: string; onRate: (rating: number) => void }) {
  return (
    <span class={`rating r${value}`}>
      <span aria-hidden="true">{RATINGS[value]} {READ[value]}</span>
      <select aria-label={`How this line fits ${about}`} value={String(value)} disabled={deciding.value} onChange={(event) => onRate(Number(event.currentTarget.value))}>
        {Object.entries(RATINGS).sort(([a], [b]) => Number(b) - Number(a)).map(([one, sign]) => <option key={one} value={one}>{sign} {READ[one]}</option>)}
      </select>
    </span>
  );
}
