// Making a decision: it knows what this window had seen, so that two windows never overwrite each other.
import { signal } from "@preact/signals";
import { api, changes, loadSession, problemOf, session, type Problem, type Schemas } from "./client";

export type Verdict = Schemas["Verdict"];
export type Made = { number: number; words: string; against: readonly string[] };

/** The last decision made in this window, for the line at the foot that offers to take it back. */
export const lastMade = signal<Made | null>(null);
export const lastProblem = signal<Problem | null>(null);
export const deciding = signal(false);

const own = new Map<string, number>();

export type Asked = Omit<Schemas["Decide"], "seen" | "verdict" | "left">;

/** Make a decision; `words` is how the notice tells of it. */
export const decide = (verdict: Verdict, left: string, right = "", words = ""): Promise<boolean> =>
  make(verdict, left, { right }, words);

export async function make(verdict: Verdict, left: string, asked: Asked, words = ""): Promise<boolean> {
  if (deciding.value) return false;
  deciding.value = true;
  const seen = Math.max(session.value?.seen ?? 0, own.get(left) ?? 0, verdict === "undo" ? Number(left) : 0);
  try {
    const reply = await api.POST("/api/decisions", { body: { ...asked, verdict, left, seen } });
    if (!reply.data) {
      lastProblem.value = problemOf(reply.error);
      if (reply.response.status === 409) await refresh();
      return false;
    }
    own.set(left, reply.data.number);
    lastProblem.value = null;
    lastMade.value = verdict === "undo" ? null : { number: reply.data.number, words: words || verdict, against: reply.data.against };
    await refresh();
    return true;
  } catch (error) {
    lastProblem.value = problemOf({ message: `The desk does not answer (${String(error)}). Is avowed serve still running?` });
    return false;
  } finally {
    deciding.value = false;
  }
}

export const undoLast = (): Promise<boolean> =>
  lastMade.value ? decide("undo", String(lastMade.value.number)) : Promise.resolve(false);

/** First what was decided, then what is on screen: what is shown is never older than what we say we have seen. */
export async function refresh(): Promise<void> {
  await loadSession();
  changes.value += 1;
}
