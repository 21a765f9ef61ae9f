import type { GraphEdge, GraphReport } from 'workloop/run';
import { orderLayers, type Slot } from './order';
import { rank, type Link } from './rank';
import { spread } from './spread';

/** In CSS pixels. */
const across = 44;
const down = 60;
const margin = 24;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What one context can do in a state, all its ways to the same next state as one. */
export interface Arc {
  readonly edge: GraphEdge;
  readonly path: string;
  /** Where its letter stands. */
  readonly label: Point;
  /** It leads back up. */
  readonly back: boolean;
}

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Point[];
  readonly arcs: readonly Arc[];
}

/** Lays a small state graph out from top to bottom, the start above everything else. Nothing is measured. */
export function layoutGraph({ nodes, edges: all }: GraphReport): GraphLayout {
  const edges = all.filter(
    (edge, index) =>
      all.findIndex(
        (other) => other.from === edge.from && other.to === edge.to && other.context === edge.context,
      ) === index,
  );
  const { layerOf, back } = rank(nodes.length, edges);
  const slots: Slot[] = nodes.map((_, node) => ({ layer: layerOf[node], node }));
  const links: Link[] = [];
  /** The slots that an edge passes, from its node to its target. */
  const ways = new Map<GraphEdge, readonly number[]>();
  for (const edge of edges) {
    if (back.has(edge)) continue;
    const way = [edge.from];
    for (let layer = layerOf[edge.from] + 1; layer < layerOf[edge.to]; layer++)
      way.push(slots.push({ layer }) - 1);
    way.push(edge.to);
    way.slice(1).forEach((to, index) => links.push({ from: way[index], to }));
    ways.set(edge, way);
  }

  const layers = orderLayers(slots, links);
  const places = spread(layers, links);
  const at = slots.map(({ layer }, slot): Point => ({
    x: Math.round(margin + places[slot] * across),
    y: margin + layer * down,
  }));
  const widest = Math.round(Math.max(...places) * across);

  const arcs = edges.map((edge): Arc => {
    const way = ways.get(edge);
    if (!way) return backArc(edge, at[edge.from], at[edge.to]);
    const twins = edges.filter(({ from, to }) => from === edge.from && to === edge.to);
    const bend = (twins.indexOf(edge) - (twins.length - 1) / 2) * 26;
    return downArc(
      edge,
      way.map((slot) => at[slot]),
      bend,
    );
  });
  return {
    width: 2 * margin + widest + (back.size > 0 ? across : 0),
    height: 2 * margin + (layers.length - 1) * down,
    nodes: at.slice(0, nodes.length),
    arcs,
  };
}

/** @param bend how far it keeps away from the straight line, so that two between the same states are two */
function downArc(edge: GraphEdge, way: readonly Point[], bend: number): Arc {
  const [start, next] = way;
  const middle = { x: (start.x + next.x) / 2 + bend, y: (start.y + next.y) / 2 };
  // Nearer to where it starts: edges cross in the middle.
  const near = (from: number, to: number) => from + (to - from) * 0.38;
  const rest = way.slice(2).map(({ x, y }) => `L${x} ${y}`);
  const first = bend === 0 ? `L${next.x} ${next.y}` : `Q${middle.x} ${middle.y} ${next.x} ${next.y}`;
  return {
    edge,
    path: `M${start.x} ${start.y} ${[first, ...rest].join(' ')}`,
    label: { x: near(start.x, next.x) + bend / 2, y: near(start.y, next.y) },
    back: false,
  };
}

function backArc(edge: GraphEdge, start: Point, end: Point): Arc {
  const out = Math.max(start.x, end.x) + across * 0.75;
  const y = (start.y + end.y) / 2;
  const loop = edge.from === edge.to ? 18 : 0;
  return {
    edge,
    path: `M${start.x} ${start.y} C${out} ${start.y + loop} ${out} ${end.y - loop} ${end.x + 8} ${end.y - (loop && 4)}`,
    label: { x: (out * 3 + (start.x + end.x) / 2) / 4, y },
    back: true,
  };
}
