// How a line reads in plain English; a hedged line never reads like a plain one. The verbs come from the product itself.
import type { Schemas } from "./api/client";

export type Line = Schemas["Line"];
export type When = Schemas["When"];
export type Speaker = Schemas["Speaker"];
export type Voice = Schemas["Voice"];

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export const VOICES: readonly Voice[] = ["stated", "observed", "assessed"];
export const VOICE_WORDS: Record<Voice, { short: string; question: string; glyph: string }> = {
  stated: { short: "Stated", question: "What the two say themselves", glyph: "❝" },
  observed: { short: "Observed", question: "What reporting shows them do", glyph: "●" },
  assessed: { short: "Assessed", question: "What others judge", glyph: "◇" },
};

export const plain = (word: string): string => word.replaceAll("_", " ");

/** A place as it is called; in a headline or dateline it stands in capitals, and is the same place. */
export const placeName = (name: string): string => name.replace(/\p{Lu}{4,}/gu, (word) => word[0] + word.slice(1).toLowerCase());
export const signed = (sign: number): string => (sign > 0 ? "+" : sign < 0 ? "−" : "·");
export const signWords = (sign: number): string => (sign > 0 ? "cooperation" : sign < 0 ? "hostility" : "neither");

export function interval(when: When): string {
  const { first, last } = when;
  if (!first && !last) return "date unknown";
  if (!first) return `until ${day(last, when.precision)}`;
  if (!last) return `since ${day(first, when.precision)}`;
  const start = day(first, when.precision);
  const end = day(last, when.precision);
  return start === end ? start : `${start} to ${end}`;
}

export function day(date: string | null | undefined, precision = "day"): string {
  if (!date) return "";
  const [year, month, number] = date.split("-");
  if (precision === "year" || precision === "decade") return year ?? "";
  const named = `${MONTHS[Number(month) - 1] ?? ""} ${year}`;
  return precision === "month" ? named : `${Number(number)} ${named}`;
}

/** The marks that stand before a line that is not plain; empty for a plain one. */
export function marks(line: Pick<Line, "negated" | "mode" | "factuality">): string[] {
  const found: string[] = [];
  if (line.negated) found.push("denied");
  if (line.mode === "future") found.push("planned or forecast");
  if (line.mode === "hypothetical") found.push("only supposed");
  if (line.factuality === "unknown") found.push("how sure is not said");
  else if (line.factuality !== "certain") found.push(line.factuality);
  return found;
}

export function chain(speakers: readonly Speaker[]): string {
  return speakers.length ? speakers.map(speaker).join(" › ") : "the report itself";
}

function speaker(one: Speaker): string {
  const notes = one.role === "document" ? [] : [plain(one.role)];
  if (one.tone === "doubting") notes.push("doubted");
  if (one.tone === "endorsing") notes.push("presented as true");
  const who = one.stands_for ? `${one.text} (read as ${one.stands_for})` : one.text || "somebody";
  return notes.length ? `${who} (${notes.join("; ")})` : who;
}

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number === 0 ? "no" : number.toLocaleString("en")} ${number === 1 ? one : many}`;

/** The beginning of a text, cut between words. */
export const short = (text: string, most = 60): string => (text.length <= most ? text : `${text.slice(0, text.lastIndexOf(" ", most))} …`);

/** A figure with its sign: `+0.07`, `−0.50`. */
export const figure = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
