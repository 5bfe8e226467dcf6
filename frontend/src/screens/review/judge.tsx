// Two that may be one: the reasons for and against, and one key for each answer.
import type { ComponentChildren } from "preact";
import type { Schemas } from "../../api/client";
import { decide, undoLast } from "../../api/decide";
import { useKeys } from "../../parts/keys";

type Judged = {
  question: string;
  proposal: Schemas["Proposal"];
  /** The two as the log knows them, and as the notice calls them. */
  keys: readonly [string, string];
  both: string;
  /** What the two are: actors, incidents. */
  many: string;
  waiting: boolean;
  onSkip: () => void;
  children: ComponentChildren;
};

export function Judge({ question, proposal, keys: [left, right], both, many, waiting, onSkip, children }: Judged) {
  const say = (verdict: "same" | "not-same" | "unsure", words: string) => void decide(verdict, left, right, `${both} ${words}`);
  const deeds = {
    a: () => say("same", `are one ${many.replace(/s$/, "")}`),
    r: () => say("not-same", `are two ${many}`),
    n: () => say("unsure", "stay apart, unsure"),
    s: onSkip,
    u: () => void undoLast(),
  };
  useKeys(waiting ? {} : deeds);
  return (
    <section class="merge">
      <h2>{question}</h2>
      <div class="merge-two">{children}</div>
      <table class="features">
        <caption>Reasons, with their part in the score of {proposal.score.toFixed(2)}</caption>
        <tbody>
          {proposal.features.map((feature) => (
            <tr key={feature.name}>
              <td class={feature.weight >= 0 ? "plus-words" : "minus-words"}>{feature.weight >= 0 ? "for" : "against"} {Math.abs(feature.weight).toFixed(1)}</td>
              <th scope="row">{feature.name}</th>
              <td>{feature.words}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="line-actions">
        <button type="button" onClick={deeds.a}>Same<kbd>a</kbd></button>
        <button type="button" onClick={deeds.r}>Not the same<kbd>r</kbd></button>
        <button class="quiet" type="button" onClick={deeds.n}>Unsure<kbd>n</kbd></button>
        <button class="quiet" type="button" onClick={deeds.s}>Skip<kbd>s</kbd></button>
        <button class="quiet" type="button" onClick={deeds.u}>Undo<kbd>u</kbd></button>
      </p>
      <p class="note">Whatever you decide can be taken back.</p>
    </section>
  );
}
