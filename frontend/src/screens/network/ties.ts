// What is drawn of a network: the bonds that pass what is asked, put together by pair and sign; never netted.
import type { Schemas } from "../../api/client";
import { asked } from "../../router";

export type Network = Schemas["Network"];
export type Bond = Network["bonds"][number];
export type Sign = "plus" | "minus" | "denied" | "none";
export type Drawn = { id: string; pair: string; left: string; right: string; sign: Sign; lines: number; hedged: boolean };
export type Asked = { voice: string; hidden: ReadonlySet<string>; sure: boolean; year: number; only: boolean };

export const SIGNS: readonly Sign[] = ["plus", "minus", "denied", "none"];
export const GLYPHS: Record<Sign, string> = { plus: "+", minus: "−", denied: "∅", none: "·" };
export const SIGN_WORDS: Record<Sign, string> = { plus: "cooperation", minus: "hostility", denied: "denied", none: "neither" };

export const askedNow = (): Asked => ({
  voice: asked("voice"),
  hidden: new Set(asked("without").split(",").filter(Boolean)),
  sure: asked("sure") === "plain",
  year: Number(asked("year")) || 0,
  only: asked("span") === "only",
});

export const pairOf = (left: string, right: string): string => (left < right ? `${left}~${right}` : `${right}~${left}`);

/** The ties to draw, each with how many lines tell it; a tie told by hedged lines alone is hedged. */
export function drawn(bonds: readonly Bond[], now: Asked): Map<string, Drawn> {
  const found = new Map<string, Drawn>();
  for (const bond of bonds) {
    const lines = told(bond, now);
    if (!lines) continue;
    const sign: Sign = bond.denied ? "denied" : bond.sign > 0 ? "plus" : bond.sign < 0 ? "minus" : "none";
    const pair = pairOf(bond.left, bond.right);
    const id = `${pair} ${sign}`;
    const held = found.get(id);
    if (held) found.set(id, { ...held, lines: held.lines + lines, hedged: held.hedged && bond.hedged });
    else found.set(id, { id, pair, left: bond.left, right: bond.right, sign, lines, hedged: bond.hedged });
  }
  return found;
}

function told(bond: Bond, now: Asked): number {
  if ((now.voice && bond.voice !== now.voice) || now.hidden.has(bond.dimension) || (now.sure && (bond.hedged || bond.denied))) return 0;
  let lines = 0;
  for (const [year, count] of Object.entries(bond.years)) if (inTime(year, now)) lines += count;
  return lines;
}

/** True for a year that is looked at; lines without a date are seen only when all years are. */
export function inTime(year: string, now: Asked): boolean {
  if (!now.year) return true;
  if (!year) return false;
  return now.only ? Number(year) === now.year : Number(year) <= now.year;
}

export function yearsOf(bonds: readonly Bond[]): number[] {
  const found = new Set<number>();
  for (const bond of bonds) for (const year of Object.keys(bond.years)) if (year) found.add(Number(year));
  return [...found].sort((one, other) => one - other);
}

/** Dimension -> how many lines, the most told first. */
export function layers(bonds: readonly Bond[]): [string, number][] {
  const found = new Map<string, number>();
  for (const bond of bonds) found.set(bond.dimension, (found.get(bond.dimension) ?? 0) + total(bond));
  return [...found].sort((one, other) => other[1] - one[1]);
}

export const total = (bond: Bond): number => Object.values(bond.years).reduce((sum, count) => sum + count, 0);

/** The inferred tie from one end to the other, where the bonds lead there and no line tells of the two. */
export function inferred(network: Network): { left: string; right: string; through: number } | null {
  if (!network.focus || !network.other || !network.paths?.length) return null;
  const pair = pairOf(network.focus, network.other);
  if (network.bonds.some((bond) => pairOf(bond.left, bond.right) === pair)) return null;
  return { left: network.focus, right: network.other, through: network.paths.length };
}

/** The pairs that the ways from one end to the other go by. */
export const onTheWay = (network: Network): Set<string> =>
  new Set((network.paths ?? []).flatMap((path) => path.steps.map((step) => pairOf(step.start, step.end))));
