import { api, useAnswer } from "../../api/client";
import { Empty, Shown } from "../../parts/answer";
import { ask, asked, to } from "../../router";
import { count, interval } from "../../words";

/** Every report of the case, to choose one to read. */
export function Reports() {
  const answer = useAnswer(() => api.GET("/api/reports"), []);
  const words = asked("words").toLowerCase();
  return (
    <>
      <h1>Reports</h1>
      <Shown answer={answer}>
        {(rows) => {
          if (!rows.length) return <Empty title="No report yet"><p><a href="/add">Add reports</a> to read them here with their mentions and lines in place.</p></Empty>;
          const kept = rows.filter(({ source }) => `${source.title} ${source.publisher}`.toLowerCase().includes(words));
          return (
            <>
              <label class="field narrow">Title or publisher<input type="search" value={asked("words")} onInput={(event) => ask({ words: event.currentTarget.value }, true)} /></label>
              <p class="note">{kept.length} of {count(rows.length, "report")}, oldest first{kept.length > 300 ? "; the first 300 are shown" : ""}</p>
              <div class="scroll" tabIndex={0} role="group" aria-label="Reports">
                <table>
                  <thead><tr><th scope="col">published</th><th scope="col">title</th><th scope="col">publisher</th><th scope="col">lines</th></tr></thead>
                  <tbody>
                    {kept.slice(0, 300).map(({ source, lines, skipped }) => (
                      <tr key={source.report}>
                        <td class="nowrap">{interval(source.published)}</td>
                        <td><a href={to("/report", { id: source.report })}><bdi>{source.title || "Untitled report"}</bdi></a>{skipped ? <span class="note"> not read: {skipped}</span> : null}</td>
                        <td>{source.publisher}{source.origin ? <span class="note"> from {source.origin}</span> : null}</td>
                        <td>{lines}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          );
        }}
      </Shown>
    </>
  );
}
