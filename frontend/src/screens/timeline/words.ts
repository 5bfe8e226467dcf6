import { verb } from "../../parts/vocabulary";
import { placeName, plain } from "../../words";
import type { Happening } from "./types";

/** A happening in a few words: what, where, how many, or who is tied to whom and how. */
export function inWords(one: Happening, names: Record<string, string>): string {
  if (one.kind === "tie") {
    const [left, right] = (one.actors ?? []).map((key) => names[key] ?? key);
    return `${left} and ${right}: ${verb(one.what, one.sign ?? 0)}`;
  }
  const stage = one.stage && one.stage !== "accomplished" ? ` (${one.stage})` : "";
  const place = one.place ? `, ${placeName(one.place.name)}` : "";
  return `${plain(one.what)}${stage}${place}${one.words ? `; ${one.words}` : ""}`;
}

export const glyph = (one: Happening): string => (one.kind === "incident" ? "◼" : one.denied ? "∅" : (one.sign ?? 0) > 0 ? "+" : (one.sign ?? 0) < 0 ? "−" : "·");
export const glyphWords = (one: Happening): string => (one.kind === "incident" ? "incident" : one.denied ? "tie, denied" : (one.sign ?? 0) > 0 ? "tie, cooperation" : (one.sign ?? 0) < 0 ? "tie, hostility" : "tie");
export const look = (one: Happening): string => `${one.kind === "incident" ? "incident" : one.denied ? "denied" : (one.sign ?? 0) > 0 ? "plus" : (one.sign ?? 0) < 0 ? "minus" : "none"}${one.hedged || (one.stage && one.stage !== "accomplished") ? " hedged" : ""}`;
