import { api, useAnswer, type Answer as Told } from "../../api/client";
import { ActorField } from "../../parts/actor-field";
import { Failed, Loading } from "../../parts/answer";
import { ask, asked } from "../../router";
import { Answer } from "./answer";
import { Begin } from "./begin";
import { Filters } from "./filters";
import type { PairAnswer } from "./types";

export function Screen() {
  const left = asked("left");
  const right = asked("right");
  const [known, since, until] = [asked("known"), asked("from"), asked("until")];
  const answer = useAnswer(
    () => (left && right ? api.GET("/api/pair", { params: { query: { left, right, known_on: known || undefined, since: since || undefined, until: until || undefined } } }) : null),
    [left, right, known, since, until],
  );
  // Who was asked about by a key is called by name as soon as it is known.
  const pair = answer.state === "done" ? answer.value.pair : null;
  const shownAs = (given: string, key: string | undefined): string => (key && given === key ? (pair?.names[key] ?? given) : given);
  return (
    <>
      <div class="ask-head">
        <h1 class="quiet-title">How close are they, and what do they say of it?</h1>
        <div class="ask-pair">
          <ActorField label="One" value={shownAs(left, pair?.left)} onChoose={(name) => ask({ left: name })} />
          <button class="quiet swap" type="button" title="Exchange the two" aria-label="Exchange the two" onClick={() => ask({ left: right, right: left })}>⇄</button>
          <ActorField label="The other" value={shownAs(right, pair?.right)} onChoose={(name) => ask({ right: name })} />
        </div>
        {left && right ? <Filters /> : null}
      </div>
      {left && right ? <Asked answer={answer} /> : <Begin chosen={left || right} />}
    </>
  );
}

function Asked({ answer }: { answer: Told<PairAnswer> }) {
  if (answer.state === "failed") return <Failed problem={answer.problem} />;
  if (!answer.value) return <Loading />;
  return <div class={answer.state === "loading" ? "waiting" : undefined}><Answer pair={answer.value.pair} summary={answer.value.summary} /></div>;
}
