import { smallGraph } from '../explore/smallGraph.ts';
import type { GraphReport } from './protocol.ts';
import { tokenAlong } from './simulate.ts';
import type { World } from './world.ts';

/** The state graph of a small program, to be drawn; undefined of a larger one. */
export function reportGraph(world: World): GraphReport | undefined {
  const { kernel, initial, properties } = world;
  const graph = smallGraph(kernel, initial, properties);
  const moves = new Set(graph?.edges.map(({ context }) => context));
  return (
    graph && {
      contexts: kernel.contexts
        .filter(({ index }) => moves.has(index))
        .map(({ name, kind }) => ({ name, kind })),
      nodes: graph.nodes.map(({ kind, witness }) => ({ kind, token: tokenAlong(world, witness) })),
      edges: graph.edges.map((edge) => ({ ...edge, context: kernel.contexts[edge.context].name })),
    }
  );
}
