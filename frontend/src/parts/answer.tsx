// What stands on a screen while an answer is awaited, and when there is none.
import type { ComponentChildren } from "preact";
import type { Answer, Problem } from "../api/client";

export function Loading() {
  return <p class="loading" role="status">Looking …</p>;
}

export function Failed({ problem, children }: { problem: Problem; children?: ComponentChildren }) {
  return (
    <section class="failed" role="alert">
      <p class="failed-words">{problem.message}</p>
      {children}
    </section>
  );
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
