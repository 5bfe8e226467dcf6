// The picture itself: Cytoscape.js draws it; what can be done with the mouse here can be done in the list beside it.
import cytoscape, { type Core } from "cytoscape";
import { useEffect, useRef } from "preact/hooks";
import { edges, figures, framed, isFaded, nodes, view, type View } from "./elements";
import type { Place } from "./layout";
import { colours, stylesheet } from "./look";
import { onTheWay, pairOf, type Drawn, type Network } from "./ties";

const NEAR = 0.45;
const NEARER = 1.8; // than at first: then names have room
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
    const { clientWidth: width, clientHeight: height } = box.current;
    const standing = framed(places, width, height);
    const many = new Set(network.bonds.map((bond) => pairOf(bond.left, bond.right))).size > MANY;
    const seen = view(standing, width, height, many);
    const elements = [...nodes(network, standing, ties, seen), ...edges(network, standing, ties, seen)];
    const cy = cytoscape({ container: box.current, style: stylesheet(colours(), many), zoom: seen.zoom, pan: seen.pan, minZoom: 0.02, maxZoom: 4, hideEdgesOnViewport: many, textureOnViewport: many, pixelRatio: many ? 1 : "auto", boxSelectionEnabled: false });
    cy.add(elements); // where they stand is known; a layout, even one that moves nothing, goes over them once more
    cy.scratch("view", seen);
    cy.scratch("ties", ties);
    cy.on("tap", "node", (event) => deeds.current.onActor(event.target.id()));
    cy.on("tap", "edge", (event) => deeds.current.onPair(event.target.data("pair")));
    cy.on("tap", (event) => event.target === cy && deeds.current.onActor(""));
    if (seen.crowd) cy.on("zoom", () => nameAll(cy, cy.zoom() > Math.max(NEAR, NEARER * seen.zoom)));
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

/** Seen from near, every actor of a crowd bears its name. */
function nameAll(cy: Core, near: boolean): void {
  if (cy.scratch("near") === near) return;
  cy.scratch("near", near);
  cy.batch(() => cy.nodes().toggleClass("near", near));
}

/** Hide and show; nothing moves, so that two looks at one network can be told apart. */
function show(cy: Core, ties: ReadonlyMap<string, Drawn>, way: ReadonlySet<string>): void {
  if (cy.scratch("ties") === ties) return; // it was made so
  cy.scratch("ties", ties);
  const view = cy.scratch("view") as View;
  cy.batch(() => {
    const seen = new Set<string>();
    cy.edges().forEach((edge) => {
      if (edge.hasClass("inferred")) return;
      const tie = ties.get(edge.id());
      edge.toggleClass("off", !tie);
      if (!tie) return;
      seen.add(tie.left).add(tie.right);
      edge.data(figures(tie, view));
      edge.toggleClass("hedged", tie.hedged);
      edge.toggleClass("faded", isFaded(tie, way));
    });
    cy.nodes().forEach((node) => {
      node.toggleClass("alone", !seen.has(node.id()));
    });
  });
}

function choose(cy: Core, actor: string, pair: string): void {
  if (!actor && !pair && cy.elements(".chosen").empty()) return;
  cy.batch(() => {
    cy.elements(".chosen").removeClass("chosen");
    if (actor) cy.getElementById(actor).addClass("chosen").connectedEdges().addClass("chosen");
    if (pair) for (const key of pair.split("~")) cy.getElementById(key).addClass("chosen");
    if (pair) cy.edges().filter((edge) => edge.data("pair") === pair).addClass("chosen");
  });
}
