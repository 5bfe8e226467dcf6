// A line in the case's own terms, whatever its kind: who, what, whom.
import type { ComponentChildren } from "preact";
import type { Schemas } from "../api/client";
import { to } from "../router";
import { plain } from "../words";
import { LineCard } from "./line";
import { verb } from "./vocabulary";

export type Passage = Schemas["Passage"];
type Part = Schemas["Part"];

export function PassageCard({ passage, children }: { passage: Passage; children?: ComponentChildren }) {
  return (
    <>
      <LineCard line={passage.line} sign={passage.kind === "tie" ? passage.sign : undefined} foot={children}>
        <PassageWords passage={passage} />
      </LineCard>
    </>
  );
}

export function PassageWords({ passage }: { passage: Passage }) {
  const named = (part: string) => passage.parts.filter((one) => one.part === part);
  const subject = <Names parts={named("subject")} />;
  if (passage.kind === "tie") {
    return (
      <span class="proposition">
        {subject} <em>{verb(passage.dimension, passage.sign, passage.role)}</em> <Names parts={named("object")} />
        {passage.role ? <span class="role"> ({passage.role})</span> : null}
        {passage.response ? <span class="role"> ({plain(passage.response)})</span> : null}
      </span>
    );
  }
  if (passage.kind === "incident") {
    const others = passage.parts.filter((one) => one.part !== "speaker");
    return (
      <span class="proposition">
        {plain(passage.type)}{passage.stage === "accomplished" ? "" : ` (${passage.stage})`}
        {others.map((one) => <span class="role" key={`${one.part} ${one.occurrence}`}> · {plain(one.part)}: <Names parts={[one]} /></span>)}
      </span>
    );
  }
  if (passage.kind === "attribute") {
    return <span class="proposition">{subject} · {plain(passage.type)}: {passage.words}</span>;
  }
  const about = named("about");
  return (
    <span class="proposition">
      {plain(passage.kind)}{about.length ? <> <em>on</em> <Names parts={about} /></> : null}
      {named("subject").length ? <span class="role"> by {subject}</span> : null}
    </span>
  );
}

function Names({ parts }: { parts: readonly Part[] }) {
  return (
    <>
      {parts.map((one, index) => (
        <span key={one.occurrence}>
          {index ? ", " : ""}
          {one.actor ? <a class="actor" href={to("/actor", { name: one.actor })}>{one.name}</a> : one.name}
        </span>
      ))}
    </>
  );
}
