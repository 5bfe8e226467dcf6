// What a picture shows, in words: on the screen, for those who do not see it, and in every picture that is taken away.
import { calledIn } from "../../parts/apart";
import { asked } from "../../router";
import { count, day, plain, VOICE_WORDS, type Voice } from "../../words";
import type { Asked, Drawn, Network } from "./ties";

export const nameIn = (network: Network): ((key: string) => string) => calledIn(network.actors);

/** By what an actor is asked about: its name, or its key where others bear that name too. */
export function askable(network: Network, key: string): string {
  const row = network.actors.find((one) => one.key === key);
  return row && !row.shared ? row.name : key;
}

export function question(network: Network): string {
  const name = nameIn(network);
  const steps = Number(asked("steps")) || 1;
  if (network.focus && network.other) return `How does ${name(network.focus)} reach ${name(network.other)}?`;
  if (network.focus) return `Who is tied to ${name(network.focus)}, ${steps === 1 ? "directly" : `within ${steps} steps`}?`;
  return "Who is tied to whom?";
}

export function period(now: Asked, years: readonly number[]): string {
  const known = asked("known") ? `, as known on ${day(asked("known"))}` : "";
  const all = years.length ? `${years[0]} to ${years[years.length - 1]}, and lines without a date` : "lines without a date";
  const when = !now.year ? all : now.only ? `only ${now.year}` : `up to ${now.year}`;
  return `${when}${known}`;
}

export function seen(now: Asked): string {
  const voice = now.voice ? `${VOICE_WORDS[now.voice as Voice].short.toLowerCase()} only` : "stated, observed and assessed";
  const sure = now.sure ? "; told as fact only" : "";
  const hidden = now.hidden.size ? `; without ${[...now.hidden].map(plain).join(", ")}` : "; all respects";
  return `${voice}${sure}${hidden}`;
}

export function inWords(network: Network, ties: ReadonlyMap<string, Drawn>): string {
  const pairs = new Set([...ties.values()].map((tie) => tie.pair)).size;
  return `A picture of ${count(network.actors.length, "actor")} and ${count(pairs, "tied pair")}. The list beside it says the same.`;
}
