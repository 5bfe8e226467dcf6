// The picture itself: Cytoscape.js draws it; what can be done with the mouse here can be done in the list beside it.
import cytoscape, { type Core, type ElementDefinition } from "cytoscape";
import { useEffect, useRef } from "preact/hooks";
import type { Place } from "./layout";
import { colours, shapeOf, stylesheet, widthOf } from "./look";
import { GLYPHS, inferred, onTheWay, SIGNS, type Drawn, type Network } from "./ties";

const NEAREST = 1.25; // at first: a few actors need not fill the frame
const READABLE = 0.8; // of its own size a name can be read
const NAMED = 25;
const CROWD = 400; // actors beyond which only those of most ties, and what was chosen, bear their names
const NEAR = 0.45;
const MANY = 700; // pairs beyond which lines are drawn straight and without their figures

type Picture = {
  network: Network;
  places: ReadonlyMap<string, Place>;
  ties: ReadonlyMap<string, Drawn>;
  actor: string;
  pair: string;
  onActor: (key: string) => void;
  onPair: (pair: string) => void;
  onReady: (cy: Core | null) => void;
  words: string;
};

export function Picture({ network, places, ties, actor, pair, onActor, onPair, onReady, words }: Picture) {
  const box = useRef<HTMLDivElement>(null);
  const held = useRef<Core | null>(null);
  const deeds = useRef({ onActor, onPair });
  deeds.current = { onActor, onPair };
  useEffect(() => {
    if (!box.current) return;
    const elements = [...nodes(network, places), ...edges(network, places)];
    const many = new Set(network.bonds.map((bond) => `${bond.left} ${bond.right}`)).size > MANY;
    const cy = cytoscape({ container: box.current, elements, style: stylesheet(colours(), many), layout: { name: "preset", padding: 30 }, minZoom: 0.02, maxZoom: 4, hideEdgesOnViewport: many, textureOnViewport: many, pixelRatio: many ? 1 : "auto", boxSelectionEnabled: false });
    cy.on("tap", "node", (event) => deeds.current.onActor(event.target.id()));
    cy.on("tap", "edge", (event) => deeds.current.onPair(event.target.data("pair")));
    cy.on("tap", (event) => event.target === cy && deeds.current.onActor(""));
    if (cy.zoom() > NEAREST) cy.zoom(NEAREST).center();
    enlarge(cy);
    const zoom = cy.zoom();
    cy.fit(undefined, 24);
    if (cy.zoom() > zoom) cy.zoom(zoom).center();
    held.current = cy;
    onReady(cy);
    const repaint = () => cy.style().fromJson(stylesheet(colours(), many)).update();
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", repaint);
    const look = new MutationObserver(repaint);
    look.observe(document.documentElement, { attributeFilter: ["data-look"] });
    const size = new ResizeObserver(() => cy.resize());
    size.observe(box.current);
    return () => {
      dark.removeEventListener("change", repaint);
      look.disconnect();
      size.disconnect();
      onReady(null);
      cy.destroy();
    };
  }, [network, places]);
  useEffect(() => {
    if (held.current) show(held.current, ties, onTheWay(network));
  }, [network, places, ties]);
  useEffect(() => {
    if (held.current) choose(held.current, actor, pair);
  }, [network, places, ties, actor, pair]);
  return (
    <div class="network-picture" role="img" aria-label={words}>
      <div class="network-canvas" ref={box} />
    </div>
  );
}

function nodes(network: Network, places: ReadonlyMap<string, Place>): ElementDefinition[] {
  const degree = new Map<string, Set<string>>();
  for (const { left, right } of network.bonds) for (const [one, other] of [[left, right], [right, left]] as const) degree.set(one, (degree.get(one) ?? new Set()).add(other));
  return network.actors.filter((row) => places.has(row.key)).map((row) => {
    const ties = degree.get(row.key)?.size ?? 0;
    const ends = row.key === network.focus || row.key === network.other;
    return { data: { id: row.key, name: row.name, shape: shapeOf(row.kind), size: Math.min(46, 12 + 4 * Math.sqrt(ties)), font: Math.min(20, 11 + Math.sqrt(ties)), rim: 2.5 }, position: { ...(places.get(row.key) as Place) }, classes: ends ? "focus" : "" };
  });
}

function edges(network: Network, places: ReadonlyMap<string, Place>): ElementDefinition[] {
  const found = new Map<string, ElementDefinition>();
  for (const { left, right } of network.bonds) {
    const pair = left < right ? `${left}~${right}` : `${right}~${left}`;
    for (const sign of SIGNS) {
      const id = `${pair} ${sign}`;
      if (!found.has(id)) found.set(id, { data: { id, pair, source: left, target: right, sign, width: 1, label: "" }, classes: `${sign} off` });
    }
  }
  const used = new Set(network.bonds.map((bond) => `${bond.left < bond.right ? `${bond.left}~${bond.right}` : `${bond.right}~${bond.left}`} ${bond.denied ? "denied" : bond.sign > 0 ? "plus" : bond.sign < 0 ? "minus" : "none"}`));
  const dotted = inferred(network);
  const more: ElementDefinition[] = dotted && places.has(dotted.left) && places.has(dotted.right)
    ? [{ data: { id: "inferred", pair: "", source: dotted.left, target: dotted.right, width: 3, label: "inferred" }, classes: "inferred" }]
    : [];
  return [...[...found].filter(([id]) => used.has(id)).map(([, one]) => one), ...more];
}

/** Marks as large as they can be read where much is seen from afar; the names of those of most ties come first. */
function enlarge(cy: Core): void {
  const by = Math.max(1, READABLE / cy.zoom());
  const order = cy.nodes().toArray().filter((one) => one.isNode()).sort((one, other) => other.data("size") - one.data("size"));
  const crowd = order.length > CROWD;
  cy.scratch("by", crowd ? 0.4 * Math.sqrt(by) : Math.sqrt(by));
  cy.batch(() => order.forEach((one, index) => {
    const first = index < NAMED;
    one.data({ size: one.data("size") * Math.sqrt(by) * (crowd ? 0.45 : 1), font: one.data("font") * (first ? by : 1), rim: first ? 2.5 * by : 2.5 });
    one.toggleClass("named", first || !crowd);
  }));
  if (crowd) cy.on("zoom", () => nameAll(cy, cy.zoom() > NEAR));
}

/** Seen from near, every actor of a crowd bears its name. */
function nameAll(cy: Core, near: boolean): void {
  if (cy.scratch("near") === near) return;
  cy.scratch("near", near);
  cy.batch(() => cy.nodes().toggleClass("near", near));
}

/** Hide and show; nothing moves, so that two looks at one network can be told apart. */
function show(cy: Core, ties: ReadonlyMap<string, Drawn>, way: ReadonlySet<string>): void {
  cy.batch(() => {
    const seen = new Set<string>();
    cy.edges().forEach((edge) => {
      if (edge.hasClass("inferred")) return;
      const tie = ties.get(edge.id());
      edge.toggleClass("off", !tie);
      if (!tie) return;
      seen.add(tie.left).add(tie.right);
      edge.data({ width: widthOf(tie.lines) * (cy.scratch("by") ?? 1), label: `${GLYPHS[tie.sign]}${tie.lines}` });
      edge.toggleClass("hedged", tie.hedged);
      edge.toggleClass("faded", way.size > 0 && !way.has(tie.pair));
    });
    cy.nodes().forEach((node) => {
      node.toggleClass("alone", !seen.has(node.id()));
    });
  });
}

function choose(cy: Core, actor: string, pair: string): void {
  cy.batch(() => {
    cy.elements(".chosen").removeClass("chosen");
    if (actor) cy.getElementById(actor).addClass("chosen").connectedEdges().addClass("chosen");
    if (pair) for (const key of pair.split("~")) cy.getElementById(key).addClass("chosen");
    if (pair) cy.edges().filter((edge) => edge.data("pair") === pair).addClass("chosen");
  });
}
