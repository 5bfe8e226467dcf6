import { api, session, useAnswer } from "../../api/client";
import { Empty, Shown } from "../../parts/answer";
import { to } from "../../router";

/** The front door before anything is asked: what this is, and pairs to begin with. */
export function Begin({ chosen }: { chosen: string }) {
  const pairs = useAnswer(() => api.GET("/api/pairs", { params: { query: { limit: 12 } } }), []);
  if (!session.value?.counts["reports"]) return <NothingYet />;
  return (
    <Shown answer={pairs}>
      {(rows) => (
        <section class="begin">
          <p class="lede">
            {chosen ? `Name a second actor beside ${chosen}` : "Name two actors"}: groups, factions, states or persons. You see what they say of each other beside what
            reporting shows and what others judge, and behind every figure the sentence it rests on.
          </p>
          {rows.length ? (
            <>
              <h2>Pairs to begin with</h2>
              <p class="note">Those with most lines for both closeness and hostility.</p>
              <ul class="pairs">
                {rows.map((row) => (
                  <li key={`${row.left} ${row.right}`}>
                    <a href={to("/", { left: row.left_name, right: row.right_name })}>
                      <span>{row.left_name}</span> <span class="and">and</span> <span>{row.right_name}</span>
                    </a>
                    <span class="pair-counts">
                      <span class="plus-words">+ {row.cooperative}</span> <span class="minus-words">− {row.hostile}</span>
                    </span>
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <p>No two actors are tied in any report so far. <a href="/add">Add more reports</a>.</p>
          )}
        </section>
      )}
    </Shown>
  );
}

function NothingYet() {
  return (
    <Empty title="This case holds no reports yet">
      <p>
        Avowed reads reports about armed conflict and shows how close two actors really are, beside what they say of each other, every line with its
        sentence. It runs on this machine alone: nothing is uploaded.
      </p>
      <ol class="steps">
        <li><a class="button" href="/add">Add reports</a> Drop saved web pages, PDFs, text or JSON lines.</li>
        <li>Ask about two actors here.</li>
        <li>Open any line to see its sentence in the report, and correct what was misread.</li>
      </ol>
    </Empty>
  );
}
