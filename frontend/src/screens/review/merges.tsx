import { useState } from "preact/hooks";
import { api, useAnswer, type Schemas } from "../../api/client";
import { decide, undoLast } from "../../api/decide";
import { Empty, Shown } from "../../parts/answer";
import { useKeys } from "../../parts/keys";
import { Quoted } from "../../parts/line";
import { to } from "../../router";
import { plain } from "../../words";

type Proposed = Schemas["Proposed"];

/** Pairs of actors that may be one: never merged by themselves, each with the reasons for and against. */
export function Merges() {
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const answer = useAnswer(() => api.GET("/api/proposals", { params: { query: { limit: 30 } } }), []);
  return (
    <Shown answer={answer}>
      {(rows) => {
        const left = rows.filter((row) => !skipped.includes(nameOf(row)));
        const [now] = left;
        if (!now) {
          return (
            <Empty title={rows.length ? "You skipped all that is left" : "No two actors look like one"}>
              <p>{rows.length ? <button type="button" onClick={() => setSkipped([])}>See what was skipped</button> : "Where two names may stand for one actor, they are put before you here with the reasons; nothing is merged on a doubt."}</p>
            </Empty>
          );
        }
        return <One key={nameOf(now)} row={now} left={left.length} waiting={answer.state === "loading"} onSkip={() => setSkipped([...skipped, nameOf(now)])} />;
      }}
    </Shown>
  );
}

const nameOf = (row: Proposed): string => `${row.left.key} ${row.right.key}`;

function One({ row, left, waiting, onSkip }: { row: Proposed; left: number; waiting: boolean; onSkip: () => void }) {
  const both = `${row.left.name} and ${row.right.name}`;
  const say = (verdict: "same" | "not-same" | "unsure", words: string) => void decide(verdict, row.left.key, row.right.key, `${both} ${words}`);
  useKeys(
    waiting
      ? {}
      : {
          a: () => say("same", "are one actor"),
          r: () => say("not-same", "are two actors"),
          n: () => say("unsure", "stay apart, unsure"),
          s: onSkip,
          u: () => void undoLast(),
        },
  );
  return (
    <section class="merge">
      <h2>Are these one actor?</h2>
      <div class="merge-two">
        <Side actor={row.left} lines={row.left_lines} />
        <Side actor={row.right} lines={row.right_lines} />
      </div>
      <table class="features">
        <caption>Reasons, with their part in the score of {row.proposal.score.toFixed(2)}</caption>
        <tbody>
          {row.proposal.features.map((feature) => (
            <tr key={feature.name}>
              <td class={feature.weight >= 0 ? "plus-words" : "minus-words"}>{feature.weight >= 0 ? "for" : "against"} {Math.abs(feature.weight).toFixed(1)}</td>
              <th scope="row">{feature.name}</th>
              <td>{feature.words}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="line-actions">
        <button type="button" onClick={() => say("same", "are one actor")}>Same<kbd>a</kbd></button>
        <button type="button" onClick={() => say("not-same", "are two actors")}>Not the same<kbd>r</kbd></button>
        <button class="quiet" type="button" onClick={() => say("unsure", "stay apart, unsure")}>Unsure<kbd>n</kbd></button>
        <button class="quiet" type="button" onClick={onSkip}>Skip<kbd>s</kbd></button>
        <button class="quiet" type="button" onClick={() => void undoLast()}>Undo<kbd>u</kbd></button>
      </p>
      <p class="note">{left} {left === 1 ? "pair" : "pairs"} before you here. Whatever you decide can be taken back.</p>
    </section>
  );
}

function Side({ actor, lines }: { actor: Schemas["ActorRow"]; lines: readonly Schemas["Passage"][] }) {
  return (
    <div class="panel">
      <h3><a href={to("/actor", { name: actor.key })}>{actor.name}</a></h3>
      <p>{plain(actor.kind)}, in {actor.reports} {actor.reports === 1 ? "report" : "reports"}</p>
      {actor.also.length ? <p class="note">also {actor.also.join(", ")}</p> : null}
      {lines.map(({ line }) => (
        <blockquote key={line.key} class="merge-quote">
          <Quoted line={line} /> <a class="note" href={to("/report", { id: line.source.report, line: line.key })}>{line.source.publisher || "its report"}</a>
        </blockquote>
      ))}
    </div>
  );
}
