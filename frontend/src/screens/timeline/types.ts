// What the desk's answers are called in this room.
import type { Schemas } from "../../api/client";

export type Timeline = Schemas["Timeline"];
export type Happening = Schemas["Happening"];
