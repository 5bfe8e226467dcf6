// What the desk's answers are called in this room.
import type { Schemas } from "../../api/client";

export type Pair = Schemas["Pair"];
export type PairAnswer = Schemas["Answer"];
