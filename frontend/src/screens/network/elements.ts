// What the picture is made of, ready with sizes, names and what is hidden: Cytoscape.js then works out styles once, not four times.
import type { ElementDefinition } from "cytoscape";
import type { Place } from "./layout";
import { shapeOf, widthOf } from "./look";
import { GLYPHS, inferred, onTheWay, pairOf, type Bond, type Drawn, type Network, type Sign } from "./ties";
import { nameIn } from "./words";

const NEAREST = 1.25; // at first: a few actors need not fill the frame
const READABLE = 0.8; // of its own size a name can be read
const NAMED = 25;
const NAME = 150; // how wide a name may be before it is broken
const CROWD = 150; // actors beyond which, as where pairs are many, only those of most ties, and what was chosen, bear their names
const MOST_STRETCH = 1.5; // of each side, so that a picture fills a narrow frame or a wide one
const EDGE = { x: 48, y: 40 }; // room at the frame's edges for names

/** How a picture is looked at: `by` is how much larger marks are drawn where much is seen from afar. */
export type View = { zoom: number; pan: Place; by: number; crowd: boolean };

/** All places within the frame, in the middle of it. */
export function view(places: ReadonlyMap<string, Place>, width: number, height: number, many: boolean): View {
  const [left, right] = ends([...places.values()].map(({ x }) => x));
  const [top, bottom] = ends([...places.values()].map(({ y }) => y));
  const room = (frame: number, edge: number, size: number) => Math.max(0.02, (frame - 2 * edge) / Math.max(1, size));
  const zoom = Math.min(NEAREST, room(width, EDGE.x, right - left), room(height, EDGE.y, bottom - top));
  const pan = { x: width / 2 - (zoom * (left + right)) / 2, y: height / 2 - (zoom * (top + bottom)) / 2 };
  return { zoom, pan, by: Math.max(1, READABLE / zoom), crowd: many || places.size > CROWD };
}

/** The picture as wide or as high as its frame, within what keeps its shape; far from the middle nothing else changes. */
export function framed(places: ReadonlyMap<string, Place>, width: number, height: number): ReadonlyMap<string, Place> {
  const [left, right] = ends([...places.values()].map(({ x }) => x));
  const [top, bottom] = ends([...places.values()].map(({ y }) => y));
  const by = Math.sqrt((Math.max(1, right - left) * (height - 2 * EDGE.y)) / (Math.max(1, bottom - top) * (width - 2 * EDGE.x)));
  const stretch = Math.min(MOST_STRETCH, Math.max(1 / MOST_STRETCH, by));
  return new Map([...places].map(([key, { x, y }]) => [key, { x: x / stretch, y: y * stretch }]));
}

const ends = (values: readonly number[]): [number, number] => [values.reduce((one, other) => Math.min(one, other), Infinity), values.reduce((one, other) => Math.max(one, other), -Infinity)];

/** Lines are as wide as they can be told apart: wider from afar, finer in a crowd. */
export const widening = ({ by, crowd }: View): number => Math.sqrt(by) * (crowd ? 0.4 : 1);

/** Marks as large as they can be read; the names of those of most ties come first. */
export function nodes(network: Network, places: ReadonlyMap<string, Place>, ties: ReadonlyMap<string, Drawn>, seen: View): ElementDefinition[] {
  const degree = new Map<string, Set<string>>();
  for (const { left, right } of network.bonds) for (const [one, other] of [[left, right], [right, left]] as const) degree.set(one, (degree.get(one) ?? new Set()).add(other));
  const tied = new Set([...ties.values()].flatMap(({ left, right }) => [left, right]));
  const name = nameIn(network);
  const of = (key: string) => degree.get(key)?.size ?? 0;
  const rows = network.actors.filter((row) => places.has(row.key));
  const first = new Set([...rows].sort((one, other) => of(other.key) - of(one.key)).slice(0, NAMED).map((row) => row.key));
  return rows.map((row) => {
    const { by, crowd } = seen;
    const size = Math.min(46, 12 + 4 * Math.sqrt(of(row.key))) * Math.sqrt(by) * (crowd ? 0.45 : 1);
    const named = first.has(row.key);
    const font = Math.min(20, 11 + Math.sqrt(of(row.key))) * (named ? by : 1);
    const classes = [row.key === network.focus || row.key === network.other ? "focus" : "", named || !crowd ? "named" : "", tied.has(row.key) ? "" : "alone"];
    return { data: { id: row.key, name: name(row.key), shape: shapeOf(row.kind), size, font, rim: named ? 2.5 * by : 2.5, room: named ? NAME * by : NAME }, position: { ...(places.get(row.key) as Place) }, classes: classes.filter(Boolean).join(" ") };
  });
}

/** One line for each pair and sign that any bond has; those that are not looked at now are hidden. */
export function edges(network: Network, places: ReadonlyMap<string, Place>, ties: ReadonlyMap<string, Drawn>, seen: View): ElementDefinition[] {
  const way = onTheWay(network);
  const found = new Map<string, ElementDefinition>();
  for (const bond of network.bonds) {
    const pair = pairOf(bond.left, bond.right);
    const id = `${pair} ${signOf(bond)}`;
    if (!found.has(id)) found.set(id, { data: { id, pair, source: bond.left, target: bond.right, sign: signOf(bond), ...figures(ties.get(id), seen) }, classes: `${signOf(bond)} ${looks(ties.get(id), way)}` });
  }
  const dotted = inferred(network);
  const more: ElementDefinition[] = dotted && places.has(dotted.left) && places.has(dotted.right)
    ? [{ data: { id: "inferred", pair: "", source: dotted.left, target: dotted.right, width: 3, label: "inferred" }, classes: "inferred" }]
    : [];
  return [...found.values(), ...more];
}

const signOf = (bond: Bond): Sign => (bond.denied ? "denied" : bond.sign > 0 ? "plus" : bond.sign < 0 ? "minus" : "none");

/** Width and figure of a line as it is looked at. */
export const figures = (tie: Drawn | undefined, seen: View): { width: number; label: string } =>
  tie ? { width: widthOf(tie.lines) * widening(seen), label: `${GLYPHS[tie.sign]}${tie.lines}` } : { width: 1, label: "" };

const looks = (tie: Drawn | undefined, way: ReadonlySet<string>): string =>
  !tie ? "off" : `${tie.hedged ? "hedged " : ""}${isFaded(tie, way) ? "faded" : ""}`;

export const isFaded = (tie: Drawn, way: ReadonlySet<string>): boolean => way.size > 0 && !way.has(tie.pair);
