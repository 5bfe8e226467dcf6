// The picture as a file that stands alone: question, period and legend are in it. Places come from what is on screen.
import type { Core } from "cytoscape";
import { BEARING, colourOf, colours, FAINT, shapeOf, widthOf, type Colours } from "./look";
import { GLYPHS, inferred, SIGN_WORDS, type Drawn, type Network, type Sign } from "./ties";
import { nameIn } from "./words";

export type Told = { question: string; period: string; seen: string; case: string; leads: string };
type Point = { x: number; y: number };

const WIDTH = 1600;
const HEIGHT = 1000;
const EDGE = { top: 110, side: 90, bottom: 120 };
const FIGURED = 160; // actors beyond which lines bear no figures
const NS = "http://www.w3.org/2000/svg";
const FONT = "'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif";
const OFFSET: Record<Sign, number> = { plus: -16, minus: 16, denied: 44, none: -44 };

export function svgOf(cy: Core, network: Network, ties: ReadonlyMap<string, Drawn>, told: Told): string {
  const from = colours();
  const root = node("svg", { xmlns: NS, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, "font-family": FONT });
  root.append(node("title", {}, told.question), node("desc", {}, `${told.period}; ${told.seen}. ${told.leads}`), node("rect", { width: WIDTH, height: HEIGHT, fill: from.panel }));
  const at = placed(cy);
  for (const tie of ties.values()) root.append(...line(tie, at, from));
  const dotted = inferred(network);
  const [one, other] = [at.get(dotted?.left ?? ""), at.get(dotted?.right ?? "")];
  if (one && other) root.append(node("path", { d: bent(one, other, 60), fill: "none", stroke: from.ink, "stroke-width": 3, "stroke-dasharray": "1 7", "stroke-linecap": "round" }));
  root.append(...marks(cy, network, at, from), ...head(told, from), ...legend(from, told));
  return new XMLSerializer().serializeToString(root);
}

function node(name: string, attributes: Record<string, string | number>, text = ""): SVGElement {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== "xmlns") made.setAttribute(key, String(value));
  if (text) made.textContent = text;
  return made;
}

/** What is on screen, fitted into the frame. */
function placed(cy: Core): Map<string, Point> {
  const shown = cy.nodes(":visible");
  const box = shown.boundingBox({ includeLabels: false });
  const scale = Math.min((WIDTH - 2 * EDGE.side) / Math.max(1, box.w), (HEIGHT - EDGE.top - EDGE.bottom) / Math.max(1, box.h), 3);
  const left = (WIDTH - box.w * scale) / 2;
  const top = EDGE.top + (HEIGHT - EDGE.top - EDGE.bottom - box.h * scale) / 2;
  return new Map(shown.toArray().filter((one) => one.isNode()).map((one) => { const point = one.position(); return [one.id(), { x: left + (point.x - box.x1) * scale, y: top + (point.y - box.y1) * scale }] as const; }));
}

function line(tie: Drawn, at: ReadonlyMap<string, Point>, from: Colours): SVGElement[] {
  const [one, other] = [at.get(tie.left), at.get(tie.right)];
  if (!one || !other) return [];
  const colour = colourOf(tie.sign, from);
  const path = node("path", { d: bent(one, other, OFFSET[tie.sign]), fill: "none", stroke: colour, "stroke-width": widthOf(tie.lines), opacity: 0.85, ...(tie.hedged ? { "stroke-dasharray": "8 5" } : {}) });
  if (at.size > FIGURED) return [path];
  const middle = between(one, other, OFFSET[tie.sign] / 2);
  return [path, node("text", { x: r(middle.x), y: r(middle.y + 4), "font-size": 12, "text-anchor": "middle", fill: colour, "font-weight": 600, ...halo(from) }, `${GLYPHS[tie.sign]}${tie.lines}`)];
}

const r = (value: number): number => Math.round(value * 10) / 10;
const halo = (from: Colours) => ({ stroke: from.panel, "stroke-width": 3, "paint-order": "stroke" });

function between(one: Point, other: Point, aside: number): Point {
  const length = Math.hypot(other.x - one.x, other.y - one.y) || 1;
  return { x: (one.x + other.x) / 2 - ((other.y - one.y) / length) * aside, y: (one.y + other.y) / 2 + ((other.x - one.x) / length) * aside };
}

function bent(one: Point, other: Point, aside: number): string {
  const by = between(one, other, aside);
  return `M${r(one.x)} ${r(one.y)} Q${r(by.x)} ${r(by.y)} ${r(other.x)} ${r(other.y)}`;
}

/** Actors with the names that are on screen, and no others; those without a tie as looked at are as faint as there. */
function marks(cy: Core, network: Network, at: ReadonlyMap<string, Point>, from: Colours): SVGElement[] {
  const degree = new Map<string, number>();
  for (const { left, right } of network.bonds) for (const key of [left, right]) degree.set(key, (degree.get(key) ?? 0) + 1);
  const name = nameIn(network);
  const found: SVGElement[] = [];
  for (const row of network.actors) {
    const point = at.get(row.key);
    const size = 5 + 1.6 * Math.sqrt(degree.get(row.key) ?? 0);
    const end = row.key === network.focus || row.key === network.other;
    if (!point) continue;
    const drawn = cy.getElementById(row.key);
    const faint: Record<string, number> = drawn.hasClass("alone") ? { opacity: FAINT } : {};
    found.push(mark(shapeOf(row.kind), point, size, { fill: end ? from.accent : from.muted, stroke: from.panel, "stroke-width": 1.5, ...faint }));
    if (BEARING.some((look) => drawn.hasClass(look))) found.push(node("text", { x: r(point.x), y: r(point.y + size + 14), "font-size": end ? 17 : 13, "font-weight": end ? 700 : 400, "text-anchor": "middle", fill: from.ink, ...halo(from), ...faint }, name(row.key)));
  }
  return found;
}

function mark(shape: string, { x, y }: Point, size: number, paint: Record<string, string | number>): SVGElement {
  if (shape === "rectangle") return node("rect", { x: r(x - size), y: r(y - size), width: r(2 * size), height: r(2 * size), ...paint });
  if (shape === "diamond") return node("path", { d: `M${r(x)} ${r(y - size)} L${r(x + size)} ${r(y)} L${r(x)} ${r(y + size)} L${r(x - size)} ${r(y)} Z`, ...paint });
  if (shape === "triangle") return node("path", { d: `M${r(x)} ${r(y - size)} L${r(x + size)} ${r(y + size)} L${r(x - size)} ${r(y + size)} Z`, ...paint });
  return node("circle", { cx: r(x), cy: r(y), r: r(size), ...paint });
}

function head(told: Told, from: Colours): SVGElement[] {
  return [
    node("text", { x: 40, y: 48, "font-size": 28, "font-weight": 700, fill: from.ink, ...halo(from) }, told.question),
    node("text", { x: 40, y: 76, "font-size": 17, fill: from.muted, ...halo(from) }, `${told.period}; ${told.seen}`),
  ];
}

const SIGNED: readonly Sign[] = ["plus", "minus", "denied", "none"];

function legend(from: Colours, told: Told): SVGElement[] {
  const y = HEIGHT - 62;
  const found: SVGElement[] = [node("rect", { x: 0, y: HEIGHT - 92, width: WIDTH, height: 92, fill: from.panel, opacity: 0.92 })];
  const words = (x: number, text: string) => found.push(node("text", { x, y: y + 5, "font-size": 15, fill: from.ink }, text));
  SIGNED.forEach((sign, index) => {
    const x = 40 + index * 155;
    found.push(node("line", { x1: x, x2: x + 34, y1: y, y2: y, stroke: colourOf(sign, from), "stroke-width": 4 }));
    words(x + 42, `${GLYPHS[sign]} ${SIGN_WORDS[sign]}`);
  });
  [["8 5", "only hedged lines"], ["1 7", "inferred, told by no line"]].forEach(([dash, text], index) => {
    const x = 660 + index * 200;
    found.push(node("line", { x1: x, x2: x + 34, y1: y, y2: y, stroke: from.ink, "stroke-width": 3, "stroke-dasharray": dash as string, "stroke-linecap": index ? "round" : "butt" }));
    words(x + 42, text as string);
  });
  (["ellipse", "rectangle", "diamond", "triangle"] as const).forEach((shape, index) => {
    const x = 1110 + index * 122;
    found.push(mark(shape, { x, y }, 7, { fill: from.muted }));
    words(x + 14, ["group", "state body", "person", "other"][index] as string);
  });
  found.push(node("text", { x: 40, y: HEIGHT - 24, "font-size": 14, fill: from.muted }, `Figures count lines; width grows with them. ${told.leads} Case: ${told.case}. Made with Avowed.`));
  return found;
}
