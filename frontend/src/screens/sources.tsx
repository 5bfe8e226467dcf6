import { api, useAnswer, type Schemas } from "../api/client";
import { decide, deciding } from "../api/decide";
import { Empty, Shown } from "../parts/answer";
import { to } from "../router";

const GRADES: Record<string, string> = { A: "reliable", B: "usually reliable", C: "fairly reliable", D: "not usually reliable", E: "unreliable", F: "cannot be judged" };

/** Who published what, which reports are copies of one story, and how far each publisher is trusted. */
export function Screen() {
  const answer = useAnswer(() => api.GET("/api/sources"), []);
  return (
    <>
      <h1>Sources</h1>
      <p class="lede">A grade weighs every line of a publisher; until you give one it is F, cannot be judged. Copies of one story count once, however many print it.</p>
      <Shown answer={answer}>
        {(outlets) =>
          outlets.length ? (
            <div class="scroll" tabIndex={0} role="group" aria-label="Publishers">
              <table class="sources">
                <thead><tr><th scope="col">publisher</th><th scope="col">grade</th><th scope="col">reports</th><th scope="col">different stories</th><th scope="col">lines</th></tr></thead>
                <tbody>{outlets.map((outlet) => <Row key={outlet.name} outlet={outlet} />)}</tbody>
              </table>
            </div>
          ) : (
            <Empty title="No source yet"><p><a href="/add">Add reports</a>: their publishers are listed here to be graded.</p></Empty>
          )
        }
      </Shown>
    </>
  );
}

function Row({ outlet }: { outlet: Schemas["Publisher"] }) {
  return (
    <tr>
      <th scope="row">
        <a href={to("/report", { publisher: outlet.name })}>{outlet.name || "unknown publisher"}</a>
        {outlet.shares_with.length ? <span class="note"> prints the same stories as {outlet.shares_with.join(", ")}</span> : null}
      </th>
      <td>
        <select aria-label={`Grade of ${outlet.name}`} value={outlet.grade} disabled={deciding.value} onChange={(event) => void decide("grade", outlet.name, event.currentTarget.value, `${outlet.name} is graded ${event.currentTarget.value}`)}>
          {Object.entries(GRADES).map(([letter, words]) => <option key={letter} value={letter}>{letter} {words}</option>)}
        </select>
      </td>
      <td data-of="reports">{outlet.reports}</td>
      <td data-of="stories">{outlet.families}</td>
      <td data-of="lines">{outlet.lines}</td>
    </tr>
  );
}
