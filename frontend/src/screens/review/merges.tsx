import { api, type Schemas } from "../../api/client";
import { described } from "../../parts/apart";
import { Quoted } from "../../parts/line";
import { to } from "../../router";
import { Judge } from "./judge";
import { OneByOne } from "./one-by-one";

const nameOf = (row: Schemas["Proposed"]): string => `${row.left.key} ${row.right.key}`;

/** Pairs of actors that may be one: never merged by themselves, each with the reasons for and against. */
export function Merges() {
  return (
    <OneByOne
      ask={(limit) => api.GET("/api/proposals", { params: { query: { limit } } })}
      nameOf={nameOf}
      title="No two actors look like one"
      none="Where two names may stand for one actor, they are put before you here with the reasons; nothing is merged on a doubt."
    >
      {(now, waiting, onSkip) => (
        <Judge
          question="Are these one actor?"
          many="actors"
          proposal={now.proposal}
          keys={[now.left.key, now.right.key]}
          both={`${now.left.name} and ${now.right.name}`}
          waiting={waiting}
          onSkip={onSkip}
        >
          <Side actor={now.left} lines={now.left_lines} />
          <Side actor={now.right} lines={now.right_lines} />
        </Judge>
      )}
    </OneByOne>
  );
}

function Side({ actor, lines }: { actor: Schemas["ActorRow"]; lines: readonly Schemas["Passage"][] }) {
  return (
    <div class="panel">
      <h3><a href={to("/actor", { name: actor.key })}>{actor.name}</a></h3>
      <p>{described(actor, 0)}</p>
      {actor.also.length ? <p class="note">also {actor.also.join(", ")}</p> : null}
      {lines.map(({ line }) => (
        <blockquote key={line.key} class="merge-quote">
          <Quoted line={line} /> <a class="note" href={to("/report", { id: line.source.report, line: line.key })}>{line.source.publisher || "its report"}</a>
        </blockquote>
      ))}
    </div>
  );
}
