import { api, session, useAnswer } from "../../api/client";
import { Empty, Shown } from "../../parts/answer";
import { described } from "../../parts/apart";
import { More } from "../../parts/more";
import { asked, to } from "../../router";

const PAGE = 60;

/** The actors of the case, those of most reports first. */
export function Begin() {
  const from = Number(asked("from")) || 0;
  const answer = useAnswer(() => api.GET("/api/actors", { params: { query: { words: "", limit: PAGE, offset: from } } }), [from]);
  return (
    <Shown answer={answer}>
      {(rows) =>
        rows.length ? (
          <>
            <h1>Actors</h1>
            <p class="note">Those of most reports first. Two names that may be one actor wait in <a href="/review?what=merges">Review</a>.</p>
            <ul class="actors">
              {rows.map((row) => (
                <li key={row.key}>
                  <a href={to("/actor", { name: row.key })}>{row.name}</a> <span class="note">{described(row, 4)}</span>
                </li>
              ))}
            </ul>
            <More from={from} page={PAGE} total={session.value?.counts["actors"] ?? 0} />
          </>
        ) : (
          <><h1>Actors</h1><Empty title="No actor yet"><p><a href="/add">Add reports</a>: every group, state and person that they name is listed here.</p></Empty></>
        )
      }
    </Shown>
  );
}
