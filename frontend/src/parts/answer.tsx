// What stands on a screen while an answer is awaited, and when there is none.
import type { ComponentChildren } from "preact";
import type { Answer, Problem } from "../api/client";
import { place, to } from "../router";

export function Loading() {
  return <p class="loading" role="status">Looking …</p>;
}

export function Failed({ problem }: { problem: Problem }) {
  const choices = [...problem.near.map((name) => [name, name]), ...problem.candidates.map(candidate)];
  return (
    <section class="failed" role="alert">
      <p class="failed-words">{problem.name ? onPage(problem.message) : problem.message}</p>
      {choices.length ? (
        <ul class="near">{choices.map(([key, words]) => <li key={key}><a href={insteadOf(problem.name, key ?? "")}>{words}</a></li>)}</ul>
      ) : problem.name ? (
        <p class="near"><a href="/actor">See all actors of the case</a></p>
      ) : null}
    </section>
  );
}

/** A candidate comes with its key in brackets behind it. */
const candidate = (told: string): [string, string] => {
  const key = /\[([^\]]+)\]$/.exec(told);
  return [key?.[1] ?? told, told.replace(/ \[[^\]]+\]$/, "")];
};

/** What went wrong without the list and the commands: what can be chosen stands below as links. */
const onPage = (message: string): string => (message.split("\n")[0] ?? "").replace(/ Did you mean:.*$/, " Did you mean one of these?").replace(/ `avowed [^.]*\./, "");

/** This very question, with another name in place of one. */
function insteadOf(name: string, other: string): string {
  const { path, query } = place.value;
  return to(path, Object.fromEntries([...query].map(([key, value]) => [key, value === name ? other : value])));
}

/** The answer once it is there; while it is asked for anew the last one stays, dimmed. */
export function Shown<T>({ answer, children }: { answer: Answer<T>; children: (value: T) => ComponentChildren }) {
  if (answer.state === "failed") return <Failed problem={answer.problem} />;
  if (answer.value === undefined) return <Loading />;
  return <div class={answer.state === "loading" ? "waiting" : undefined} aria-busy={answer.state === "loading"}>{children(answer.value)}</div>;
}

export function Empty({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="empty">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
