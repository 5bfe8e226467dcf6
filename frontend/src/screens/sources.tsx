import { api, useAnswer, type Schemas } from "../api/client";
import { decide, deciding } from "../api/decide";
import { Empty, Shown } from "../parts/answer";
import { to } from "../router";
import { count, interval } from "../words";

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
                <thead><tr><th scope="col">publisher</th><th scope="col">grade</th><th scope="col">reports</th><th scope="col">independent stories</th><th scope="col">lines</th></tr></thead>
                <tbody>{[...outlets].sort((one, other) => other.lines - one.lines).map((outlet) => <Row key={outlet.name} outlet={outlet} families={familiesOf(outlets)} />)}</tbody>
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

type Outlet = Schemas["Outlet"];

/** Family of copies -> the publishers that print it. */
function familiesOf(outlets: readonly Outlet[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const outlet of outlets) for (const report of outlet.reports) found.set(report.family, [...(found.get(report.family) ?? []), outlet.name]);
  return found;
}

function Row({ outlet, families }: { outlet: Outlet; families: Map<string, string[]> }) {
  return (
    <tr>
      <th scope="row">
        <details>
          <summary>{outlet.name || "unknown publisher"}</summary>
          <ul>
            {outlet.reports.slice(0, 200).map((report) => {
              const others = (families.get(report.family) ?? []).filter((name) => name !== outlet.name);
              return (
                <li key={report.report}>
                  <a href={to("/report", { id: report.report })}><bdi>{report.title || "Untitled report"}</bdi></a> <span class="note">{interval(report.published)}{report.origin ? `; goes back to ${report.origin}` : ""}{others.length ? `; the same story as in ${[...new Set(others)].join(", ")}` : ""}</span>
                </li>
              );
            })}
          </ul>
        </details>
      </th>
      <td>
        <select aria-label={`Grade of ${outlet.name}`} value={outlet.grade} disabled={deciding.value} onChange={(event) => void decide("grade", outlet.name, event.currentTarget.value, `${outlet.name} is graded ${event.currentTarget.value}`)}>
          {Object.entries(GRADES).map(([letter, words]) => <option key={letter} value={letter}>{letter} {words}</option>)}
        </select>
      </td>
      <td>{outlet.reports.length}</td>
      <td title={count(outlet.families, "family of copies", "families of copies")}>{outlet.families}</td>
      <td>{outlet.lines}</td>
    </tr>
  );
}
