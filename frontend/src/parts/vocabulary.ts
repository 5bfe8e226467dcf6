// The closed vocabularies and the verbs, asked for once.
import { api, type Schemas } from "../api/client";
import { marks, type Line } from "../words";

let words: Schemas["Words"] | null = null;

export async function loadWords(): Promise<void> {
  words = (await api.GET("/api/words")).data ?? null;
}

export const vocabulary = (): Schemas["Words"] => words as Schemas["Words"];

/** The verb of a tie: `trains`, `condemns or accuses`; support told by the words of a bond alone is a link. */
export function verb(dimension: string, sign: number, role = ""): string {
  if (dimension === "support" && sign > 0 && role && words) return words.linked;
  const told = sign < 0 ? words?.hostile_verbs : words?.verbs;
  return told?.[dimension] ?? dimension;
}

export const hedged = (line: Line): boolean => marks(line).length > 0;
