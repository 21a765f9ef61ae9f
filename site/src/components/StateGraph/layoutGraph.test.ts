import { expect, it } from 'vitest';
import type { GraphReport } from 'workloop/run';
import { layoutGraph } from './layoutGraph';
import { rank } from './rank';

/** A graph from its edges: `0A1` is A's step from 0 to 1. */
function graph(...edges: readonly string[]): GraphReport {
  const parsed = edges.map((text) => {
    const [, from, context, to] = /^(\d+)(\D)(\d+)$/.exec(text) ?? [];
    return { from: Number(from), to: Number(to), context: context ?? '', steps: 1, may: false };
  });
  const count = Math.max(...parsed.flatMap(({ from, to }) => [from, to])) + 1;
  return {
    contexts: [],
    nodes: Array.from({ length: count }, () => ({ kind: 'open', token: '' }) as const),
    edges: parsed,
  };
}

/** Two threads of two steps each: every order of them. */
const lattice = graph('0A1', '0B2', '1A3', '1B4', '2A4', '2B5', '3B6', '4A6', '4B7', '5A7', '6B8', '7A8');

it('puts every state below those that lead to it, the start on top', () => {
  const { nodes, arcs } = layoutGraph(lattice);
  for (const { edge, back } of arcs) {
    expect(back).toBe(false);
    expect(nodes[edge.to]!.y).toBeGreaterThan(nodes[edge.from]!.y);
  }
  expect(Math.min(...nodes.map(({ y }) => y))).toBe(nodes[0]!.y);
});

it('gives every state a place of its own, inside the picture', () => {
  const { nodes, width, height } = layoutGraph(lattice);
  expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length);
  for (const { x, y } of nodes) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(height);
  }
});

it('crosses no edges where none need cross', () => {
  const { nodes } = layoutGraph(graph('0B2', '0A1', '2B4', '1A3'));
  expect(nodes[1]!.x < nodes[2]!.x).toBe(nodes[3]!.x < nodes[4]!.x);
});

it('leads back up where the program goes round in circles', () => {
  const { arcs } = layoutGraph(graph('0A1', '1A2', '2A1', '2B2', '2B3'));
  expect(arcs.filter(({ back }) => back).map(({ edge }) => [edge.from, edge.to])).toEqual([
    [2, 1],
    [2, 2],
  ]);
});

it('draws two ways between the same states as two, and one context’s alternatives as one', () => {
  const { arcs } = layoutGraph(graph('0A1', '0A1', '0B1'));
  expect(arcs).toHaveLength(2);
  expect(new Set(arcs.map(({ path }) => path)).size).toBe(2);
});

it('lets an edge that goes further down pass beside what is between', () => {
  const { arcs, nodes } = layoutGraph(graph('0A1', '1A2', '0B2'));
  const long = arcs.find(({ edge }) => edge.context === 'B');
  const passes = / L([\d.]+) ([\d.]+) L/.exec(long?.path.replace('M', 'L') ?? '') ?? [];
  expect(Number(passes[2])).toBe(nodes[1]!.y);
  expect(Number(passes[1])).not.toBe(nodes[1]!.x);
});

it('ranks by the longest way', () => {
  const { layerOf } = rank(4, graph('0A1', '1A2', '2A3', '0B3').edges);
  expect(layerOf).toEqual([0, 1, 2, 3]);
});

it('keeps neighbors apart, and a chain of steps in one line', () => {
  const { nodes } = layoutGraph(graph('0A1', '0B2', '1A3', '3A4', '2B5', '5B6'));
  expect(new Set([1, 3, 4].map((node) => nodes[node]!.x)).size).toBe(1);
  expect(new Set([2, 5, 6].map((node) => nodes[node]!.x)).size).toBe(1);
  expect(Math.abs(nodes[1]!.x - nodes[2]!.x)).toBeGreaterThanOrEqual(43);
});
