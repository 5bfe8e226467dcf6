import { api, session, useAnswer } from "../api/client";
import { Empty, Shown } from "../parts/answer";
import { More } from "../parts/more";
import { PassageCard } from "../parts/passage";
import { Verdicts } from "../parts/verdicts";
import { asked, to } from "../router";

const PAGE = 40;

/** What was forecast, warned of or threatened, and the incidents after it in which to look whether it came. */
export function Screen() {
  const from = Number(asked("from")) || 0;
  const answer = useAnswer(() => api.GET("/api/lines/like", { params: { query: { kind: "prediction", limit: PAGE, offset: from } } }), [from]);
  return (
    <>
      <h1>Predictions</h1>
      <p class="lede">Forecasts, warnings and threats, the latest first. Whether one came true is for you to judge: look at what happened afterwards.</p>
      <Shown answer={answer}>
        {(rows) =>
          rows.length ? (
            <>
              {rows.map((passage) => {
                const about = passage.parts.find((part) => part.part === "about")?.actor;
                const since = passage.line.source.published.last ?? undefined;
                return (
                  <PassageCard key={passage.line.key} passage={passage}>
                    <div class="line-actions">
                      <a href={to("/incident", { actor: about, since })}>What happened afterwards{about ? " with those it is about" : ""}</a>
                      <Verdicts passage={passage} />
                    </div>
                  </PassageCard>
                );
              })}
              <More from={from} page={PAGE} total={rows.length < PAGE ? from + rows.length : Math.max(session.value?.counts["assertions"] ?? 0, from + PAGE + 1)} />
            </>
          ) : (
            <Empty title="No prediction was read"><p>A report that says what will or may happen (“will likely”, “warned that”, “threatened to”) brings its line here.</p>{session.value?.counts["reports"] ? null : <p><a class="button" href="/add">Add reports</a></p>}</Empty>
          )
        }
      </Shown>
    </>
  );
}
