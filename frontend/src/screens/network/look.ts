// How a network looks on screen, by the colours of the page; every sign has its shape and its glyph beside its colour.
import type { StylesheetJson } from "cytoscape";
import type { Sign } from "./ties";

const BESIDE = 0.8; // of a mark: straight lines of one pair begin beside each other, or the last would hide the others
const FONT = '"Source Sans 3 Variable", "Segoe UI", sans-serif';

export const BEARING = ["named", "near", "chosen", "focus"] as const; // looks in which an actor bears its name
export const FAINT = 0.3; // of those who have no tie as looked at

export type Colours = Record<"ink" | "panel" | "muted" | "rule" | "accent" | "plus" | "minus" | "focus", string>;

export function colours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return { ink: of("ink"), panel: of("panel"), muted: of("muted"), rule: of("rule-strong"), accent: of("accent"), plus: of("plus"), minus: of("minus"), focus: of("focus") };
}

export const colourOf = (sign: Sign, from: Colours): string => (sign === "plus" ? from.plus : sign === "minus" ? from.minus : sign === "denied" ? from.ink : from.muted);
export const widthOf = (lines: number): number => Math.min(9, 1.2 + 1.5 * Math.log2(lines));

export const SHAPES: Record<string, "ellipse" | "rectangle" | "diamond" | "triangle"> = {
  person: "diamond", government: "rectangle", state_agency: "rectangle", igo: "rectangle",
  organisation: "triangle", community: "triangle", either_or: "triangle",
};
export const shapeOf = (kind: string): "ellipse" | "rectangle" | "diamond" | "triangle" => SHAPES[kind] ?? "ellipse";

export function stylesheet(from: Colours, many: boolean): StylesheetJson {
  return [
    {
      selector: "node",
      style: {
        shape: "data(shape)" as "ellipse", width: "data(size)", height: "data(size)", "background-color": from.muted, "border-width": 1.5, "border-color": from.panel,
        color: from.ink, "font-family": FONT, "font-size": "data(font)", "min-zoomed-font-size": many ? 11 : 9,
        "text-valign": "bottom", "text-margin-y": 3, "text-outline-color": from.panel, "text-outline-width": "data(rim)" as unknown as number, "text-max-width": "data(room)", "text-wrap": many ? "none" : "wrap",
      },
    },
    { selector: BEARING.map((look) => `node.${look}`).join(", "), style: { label: "data(name)" } },
    {
      selector: "edge",
      style: {
        width: "data(width)", "line-color": from.muted, "curve-style": many ? "haystack" : "bezier", "haystack-radius": BESIDE, "control-point-step-size": 22, opacity: many ? 0.4 : 0.85,
        ...(many ? {} : { label: "data(label)", color: from.ink, "font-size": 11, "min-zoomed-font-size": 9, "text-outline-color": from.panel, "text-outline-width": 2, "font-family": FONT }),
      },
    },
    { selector: "edge.plus", style: { "line-color": from.plus, "mid-target-arrow-color": from.plus, "mid-target-arrow-shape": many ? "none" : "circle" } },
    { selector: "edge.minus", style: { "line-color": from.minus, "mid-target-arrow-color": from.minus, "mid-target-arrow-shape": many ? "none" : "tee" } },
    { selector: "edge.denied", style: { "line-color": from.ink, "mid-target-arrow-color": from.ink, "mid-target-arrow-shape": many ? "none" : "tee", opacity: 0.6 } },
    { selector: "edge.hedged", style: { "line-style": "dashed", "line-dash-pattern": [7, 4] } },
    { selector: "edge.inferred", style: { "line-style": "dotted", "line-color": from.ink, width: 3, "curve-style": "unbundled-bezier", "control-point-distances": [60], "control-point-weights": [0.5], label: "data(label)", color: from.ink, "font-size": 12, "text-outline-color": from.panel, "text-outline-width": 2 } },
    { selector: "node.focus", style: { "background-color": from.accent, "font-weight": 700 } },
    { selector: ".faded", style: { opacity: 0.12 } },
    { selector: ".chosen", style: { "z-index": 9 } },
    { selector: "node.chosen", style: { "border-color": from.focus, "border-width": 4 } },
    { selector: "edge.chosen", style: { "overlay-color": from.focus, "overlay-opacity": 0.25, "overlay-padding": 4, opacity: 1 } },
    { selector: ".off", style: { display: "none" } },
    { selector: "node.alone", style: { opacity: FAINT } },
  ];
}
