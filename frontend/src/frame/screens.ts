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
  { path: "/actor", name: "Actor", group: "Ask", hint: "Who is this: names, parts, leaders, friends, enemies, own words", load: () => import("../screens/actor/actor") },
  { path: "/incident", name: "Incidents", group: "Ask", hint: "What happened; who claimed it, who is suspected, who denies", load: () => import("../screens/incident/incident") },
  { path: "/network", name: "Network", group: "Ask", hint: "Who is tied to whom: signed, dated, by respect and by voice", load: () => import("../screens/network/network") },
  { path: "/timeline", name: "Timeline, map", group: "Ask", hint: "What happened and held when and where, as far as it is known", load: () => import("../screens/timeline/timeline") },
  { path: "/search", name: "Search", group: "Ask", hint: "Words in reports, and lines by the meaning of their fields", load: () => import("../screens/search") },
  { path: "/review", name: "Review", group: "Check", hint: "Check what was read, the most useful first", load: () => import("../screens/review/review") },
  { path: "/report", name: "Reports", group: "Check", hint: "Read a report with its mentions and lines in place", load: () => import("../screens/reader/reader") },
  { path: "/contradictions", name: "Contradictions", group: "Check", hint: "Lines that cannot all hold, side by side", load: () => import("../screens/contradictions") },
  { path: "/predictions", name: "Predictions", group: "Check", hint: "What was forecast, and what happened afterwards", load: () => import("../screens/predictions") },
  { path: "/sources", name: "Sources", group: "Check", hint: "Publishers, copies of one story, and grades", load: () => import("../screens/sources") },
  { path: "/add", name: "Add", group: "Case", hint: "Add reports", load: () => import("../screens/add") },
  { path: "/export", name: "Export", group: "Case", hint: "Take a dossier or tables away", load: () => import("../screens/export") },
];
