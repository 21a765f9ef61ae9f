import type { Kernel } from '../kernel/index.ts';
import { stuckClients } from './backward.ts';
import { deciding } from './decide.ts';
import { worldOf, whateverTheClock } from './explore.ts';
import { choiceOf, isMay, stepsOf } from './graph.ts';
import { isHang } from './hangs.ts';
import type { PropertySet } from './properties.ts';
import { ALL } from './reductions.ts';
import { stepsTo, unpack } from './schedule.ts';
import type { Finding, Search } from './search.ts';
import { finish } from './slices.ts';
import type { Choice } from './verdict.ts';

/** A picture of more states than these shows nothing. */
export const MOST_DRAWN = 200;

/** A state graph as data: whatever fails, all states that a search stores, and none for another by symmetry. The first is the start. */
export interface SmallGraph {
  readonly nodes: readonly SmallNode[];
  readonly edges: readonly SmallEdge[];
}

export interface SmallNode {
  readonly kind: 'open' | 'final' | 'stuck' | 'failing';
  /** A schedule that leads there. */
  readonly witness: readonly Choice[];
}

export interface SmallEdge {
  readonly from: number;
  readonly to: number;
  readonly context: number;
  readonly steps: number;
  readonly may: boolean;
}

/** The whole state graph of a program, if it is small. */
export function smallGraph(
  kernel: Kernel,
  initial: Int32Array,
  properties: PropertySet,
): SmallGraph | undefined {
  const world = worldOf(kernel, initial, properties, { states: MOST_DRAWN });
  const work = whateverTheClock(() =>
    deciding(world, { reductions: { ...ALL, symmetry: false }, all: true }),
  );
  const { search, findings, stopped } = world.monitors.during(() => finish(work, {}));
  if (stopped) return undefined;
  return { nodes: nodesOf(search, findings), edges: edgesOf(search) };
}

function nodesOf(search: Search, findings: readonly Finding[]): SmallNode[] {
  const failing = new Set<number>();
  // who waits in a circle is stuck; what else fails in the midst of a move fails again where the move ends
  for (const { state, steps, failure } of findings)
    if (steps === 0 && !isHang(failure.kind)) failing.add(state);
  const stuck = stuckClients(search, search.world.clients);
  const finals = new Set(search.finals);
  const kindOf = (state: number): SmallNode['kind'] => {
    if (failing.has(state)) return 'failing';
    if (stuck.isAny(state)) return 'stuck';
    return finals.has(state) ? 'final' : 'open';
  };
  return Array.from({ length: search.pool.size }, (_, state) => ({
    kind: kindOf(state),
    witness: unpack(stepsTo(search, state)),
  }));
}

function edgesOf({ graph, pool }: Search): SmallEdge[] {
  const edges: SmallEdge[] = [];
  for (let from = 0; from < pool.size; from++) {
    for (let e = graph.first(from); e < graph.end(from); e++) {
      const l = graph.labels.data[e];
      edges.push({
        from,
        to: graph.targets.data[e],
        context: choiceOf(l) >> 8,
        steps: stepsOf(l),
        may: isMay(l),
      });
    }
  }
  return edges;
}
