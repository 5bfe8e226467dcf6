// What tells an actor from others of its name: what it is, what it is part of, its other names, and who it is told of with.
import type { Schemas } from "../api/client";
import { count, plain } from "../words";

type Row = Schemas["ActorRow"];

/** All of it in a line of small print behind the name. */
export function described(row: Row, names: number): string {
  const body = row.body ? `, part of ${row.body}` : "";
  const told = row.shared ? `, ${count(row.lines ?? 0, "line")}${row.beside ? `, most of them with ${row.beside}` : ""}` : "";
  const also = names && row.also.length ? `; also ${row.also.slice(0, names).join(", ")}` : "";
  return `${plain(row.kind)}${body}, in ${count(row.reports, "report")}${told}${also}`;
}

/** The name alone, with the shortest thing that tells it apart where others bear it too: its body, a fuller name, its company. */
export function called(row: Row): string {
  if (!row.shared) return row.name;
  const fuller = [...row.also].filter((other) => other.length > row.name.length).sort((one, other) => other.length - one.length)[0];
  return `${row.name} (${row.body || fuller || (row.beside ? `told of with ${row.beside}` : plain(row.kind))})`;
}
