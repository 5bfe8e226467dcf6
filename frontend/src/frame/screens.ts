// The table of screens: an address, a name, and what loads when it is opened. A new screen is one more row.
import type { FunctionComponent } from "preact";

export type Screen = {
  path: string;
  name: string;
  group: "Ask" | "Check" | "Case";
  hint: string;
  load: () => Promise<{ Screen: FunctionComponent }>;
  hidden?: boolean;
};

export const SCREENS: readonly Screen[] = [
  { path: "/", name: "Pair", group: "Ask", hint: "How close are two actors, and what do they say of it?", load: () => import("../screens/pair/pair") },
  { path: "/report", name: "Reports", group: "Check", hint: "Read a report with its mentions and lines in place", load: () => import("../screens/reader/reader") },
];
