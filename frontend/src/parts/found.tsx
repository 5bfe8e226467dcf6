// Words that were searched for, marked where they stand.
import { createContext, type ComponentChildren } from "preact";
import { useContext } from "preact/hooks";

/** What is searched for among lines: their quotes hold it as it is written, in small or large letters. */
export const Sought = createContext("");
export const useSought = (): string => useContext(Sought);

export type Range = { start: number; end: number };

/** Where a text holds what is sought, in small or large letters. */
export function rangesOf(text: string, sought: string): Range[] {
  const [within, wanted] = [text.toLowerCase(), sought.trim().toLowerCase()];
  if (!wanted || within.length !== text.length) return [];
  const found: Range[] = [];
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + wanted.length)) found.push({ start: at, end: at + wanted.length });
  return found;
}

const folded = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const WORD = /([\p{L}\p{N}][\p{L}\p{N}\p{M}]*)/u;

/** The words of what is sought, as reports are searched: without accents, in small letters. */
const wordsOf = (text: string): Set<string> => new Set(text.split(WORD).filter((_, index) => index % 2).map(folded));

/** A text with the words that were searched for marked, each by itself. */
export function InText({ text, sought }: { text: string; sought: string }) {
  const wanted = wordsOf(sought);
  return <>{text.split(WORD).map((piece, index) => (index % 2 && wanted.has(folded(piece)) ? <mark key={index}>{piece}</mark> : piece))}</>;
}

/** Words around a hit. The store puts « and » around what it found; a report may hold such marks of its own, which stay. */
export function Around({ text, sought }: { text: string; sought: string }) {
  const wanted = wordsOf(sought);
  const isFound = (piece: string) => [...wordsOf(piece)].every((word) => wanted.has(word)) && wordsOf(piece).size > 0;
  const found: ComponentChildren[] = [];
  let behind = 0;
  for (const hit of text.matchAll(/«([^«»]*)»/g)) {
    if (!isFound(hit[1] ?? "")) continue;
    found.push(text.slice(behind, hit.index), <mark key={hit.index}>{hit[1]}</mark>);
    behind = hit.index + hit[0].length;
  }
  return <>{found}{text.slice(behind)}</>;
}
