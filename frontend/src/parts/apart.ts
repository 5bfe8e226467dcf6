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

/** Key -> what each actor of a list is called in it: where two would still be called alike, by their keys. */
export function calledIn(rows: readonly Row[]): (key: string) => string {
  const row = new Map(rows.map((one) => [one.key, one]));
  const bearers = new Map<string, number>();
  for (const one of rows) bearers.set(called(one), (bearers.get(called(one)) ?? 0) + 1);
  return (key) => {
    const found = row.get(key);
    if (!found) return key;
    const name = called(found);
    return bearers.get(name) === 1 ? name : `${found.name} (${key})`;
  };
}

/** The name alone, with the shortest thing that tells it apart where others bear it too: its body, a fuller name, its company. */
function called(row: Row): string {
  if (!row.shared) return row.name;
  const fuller = [...row.also].filter((other) => other.length > row.name.length).sort((one, other) => other.length - one.length)[0];
  return `${row.name} (${(row.body && `part of ${row.body}`) || fuller || (row.beside ? `told of with ${row.beside}` : plain(row.kind))})`;
}
