// Where actors stand: ForceAtlas2 from graphology, from the same start every time, so that a picture comes out the same.
import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { pairOf, total, type Bond } from "./ties";

export type Place = { x: number; y: number };

const LARGE = 400;
const WORK = 36_000; // rounds by actors: the layout of a small network costs less than a tenth of a second
const APART = 170; // of two that are tied, in the picture's own measure
const WIDER = 1.45; // a picture is wider than high
const TURN = Math.PI * (3 - Math.sqrt(5));

/** Places of all actors that have a bond; the same bonds give the same places whatever is shown of them. */
export function places(bonds: readonly Bond[]): Map<string, Place> {
  const graph = new UndirectedGraph();
  const weights = new Map<string, [string, string, number]>();
  for (const bond of bonds) {
    const pair = pairOf(bond.left, bond.right);
    const held = weights.get(pair);
    weights.set(pair, [bond.left, bond.right, (held?.[2] ?? 0) + total(bond)]);
  }
  for (const [left, right, weight] of weights.values()) {
    for (const key of [left, right]) if (!graph.hasNode(key)) graph.addNode(key, start(graph.order));
    graph.addEdge(left, right, { weight: 1 + Math.log(weight) });
  }
  if (graph.order > 2) {
    const inferred = forceAtlas2.inferSettings(graph);
    forceAtlas2.assign(graph, {
      iterations: rounds(graph.order),
      settings: { ...inferred, strongGravityMode: true, gravity: 0.3, scalingRatio: 10, barnesHutOptimize: graph.order > LARGE, barnesHutTheta: 1.2, edgeWeightInfluence: 0.6 },
    });
  }
  return spaced(graph);
}

/** Few actors come to rest slowly and cheaply; of a crowd only the rough shape can be seen. */
const rounds = (actors: number): number => (actors > LARGE ? 70 : Math.round(Math.min(400, Math.max(120, WORK / actors))));

/** A sunflower's spiral: even, and the same every time. */
const start = (index: number): Place => ({ x: 30 * Math.sqrt(index) * Math.cos(index * TURN), y: 30 * Math.sqrt(index) * Math.sin(index * TURN) });

/** Scaled so that neighbours stand about as far apart as a name is long, whatever the layout's own measure. */
function spaced(graph: UndirectedGraph): Map<string, Place> {
  const lengths: number[] = [];
  graph.forEachEdge((_edge, _of, _left, _right, one, other) => lengths.push(Math.hypot(one["x"] - other["x"], one["y"] - other["y"])));
  lengths.sort((one, other) => one - other);
  const usual = lengths[Math.floor(lengths.length / 2)] || 1;
  const found = new Map<string, Place>();
  graph.forEachNode((key, { x, y }) => found.set(key, { x: (x / usual) * APART * WIDER, y: (y / usual) * APART }));
  return found;
}
