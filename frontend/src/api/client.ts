// The typed client: addresses and answers come from the OpenAPI description, see `make desk`.
import { signal } from "@preact/signals";
import createClient from "openapi-fetch";
import { useEffect, useState } from "preact/hooks";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];
export type Problem = Schemas["Problem"];
export type Session = Schemas["Session"];

export const session = signal<Session | null>(null);
/** Grows with every change made here, so that what is on screen is asked for anew. */
export const changes = signal(0);

export const api = createClient<paths>({ baseUrl: "" });
api.use({
  onRequest({ request }) {
    if (request.method !== "GET" && session.value) request.headers.set("x-avowed-token", session.value.token);
    return request;
  },
});

export type Reply<T> = { data?: T; error?: unknown; response: Response };
export type Answer<T> =
  | { state: "loading"; value?: T }
  | { state: "done"; value: T }
  | { state: "failed"; problem: Problem };

/** Ask when the screen opens, when `on` changes and when something was decided; the last answer stays while asking. */
export function useAnswer<T>(ask: () => Promise<Reply<T>> | null, on: unknown[]): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ state: "loading" });
  const key = JSON.stringify(on);
  useEffect(() => {
    let current = true;
    const asked = ask();
    if (!asked) return;
    setAnswer((before) => ({ state: "loading", value: before.state === "failed" ? undefined : before.value }));
    asked
      .then((reply) => {
        if (!current) return;
        setAnswer(
          reply.data !== undefined
            ? { state: "done", value: reply.data }
            : { state: "failed", problem: problemOf(reply.error) },
        );
      })
      .catch((error: unknown) => current && setAnswer({ state: "failed", problem: unreachable(error) }));
    return () => {
      current = false;
    };
  }, [key, changes.value]);
  return answer;
}

export async function loadSession(): Promise<void> {
  const reply = await api.GET("/api/session");
  if (reply.data) session.value = reply.data;
}

export function problemOf(error: unknown): Problem {
  const told = error as Partial<Problem> | undefined;
  if (told && typeof told.message === "string") {
    return { kind: told.kind ?? "fault", message: told.message, name: told.name ?? "", near: told.near ?? [], candidates: told.candidates ?? [] };
  }
  return { kind: "fault", message: "The answer was not understood. Load the page again.", name: "", near: [], candidates: [] };
}

function unreachable(error: unknown): Problem {
  const why = error instanceof Error ? error.message : String(error);
  return { kind: "unreachable", message: `The desk does not answer (${why}). Is avowed serve still running?`, name: "", near: [], candidates: [] };
}
