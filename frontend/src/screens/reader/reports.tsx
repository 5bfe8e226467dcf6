import { api, useAnswer } from "../../api/client";
import { Empty, Shown } from "../../parts/answer";
import { More } from "../../parts/more";
import { ask, asked, to } from "../../router";
import { count, interval } from "../../words";

const PAGE = 100;

/** Every report of the case, to choose one to read. */
export function Reports() {
  const [words, publisher, from] = [asked("words"), asked("publisher"), Number(asked("from")) || 0];
  const answer = useAnswer(() => api.GET("/api/reports", { params: { query: { words, publisher, limit: PAGE, offset: from } } }), [words, publisher, from]);
  return (
    <>
      <h1>{publisher ? `Reports by ${publisher}` : "Reports"}</h1>
      <label class="field narrow">Title or publisher<input type="search" value={words} onInput={(event) => ask({ words: event.currentTarget.value, from: undefined }, true)} /></label>
      <Shown answer={answer}>
        {({ reports, total }) => {
          if (!total) return <Empty title={words ? "No report is called so" : "No report yet"}><p>{words ? "Try fewer words, or search the text itself under Search." : <><a href="/add">Add reports</a> to read them here with their mentions and lines in place.</>}</p></Empty>;
          return (
            <>
              <p class="note">{count(total, "report")}, oldest first{publisher ? <> · <a href="/report">all reports</a></> : null}</p>
              <div class="scroll" tabIndex={0} role="group" aria-label="Reports">
                <table class="reports">
                  <thead><tr><th scope="col">published</th><th scope="col">title</th><th scope="col">publisher</th><th scope="col">lines</th></tr></thead>
                  <tbody>
                    {reports.map(({ source, lines, skipped }) => (
                      <tr key={source.report}>
                        <td class="when">{interval(source.published)}</td>
                        <td><a href={to("/report", { id: source.report })}><bdi>{source.title || "Untitled report"}</bdi></a>{skipped ? <span class="note"> not read: {skipped}</span> : null}</td>
                        <td class="by">{source.publisher}{source.origin ? <span class="note"> from {source.origin}</span> : null}</td>
                        <td data-of="lines">{lines}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <More from={from} page={PAGE} total={total} />
            </>
          );
        }}
      </Shown>
    </>
  );
}
