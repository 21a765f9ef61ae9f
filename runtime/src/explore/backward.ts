import { layout, type Context } from '../kernel/index.ts';
import { isMay } from './graph.ts';
import type { StatePool } from './pool.ts';
import type { Search } from './search.ts';

/** So many clients are the bits of one mask. */
const TOGETHER = 31;

/** By state, the clients that cannot return any more; may-steps count for nothing. */
export class Stuck {
  /** By state, those of each 31 clients. */
  readonly #masks: readonly Int32Array[];

  constructor(masks: readonly Int32Array[]) {
    this.#masks = masks;
  }

  /** Whether anybody is stuck in a state. */
  isAny(state: number): boolean {
    for (const mask of this.#masks) if (mask[state] !== 0) return true;
    return false;
  }

  /** Whether the client of this index is. */
  has(state: number, client: number): boolean {
    return (this.#masks[Math.floor(client / TOGETHER)][state] & (1 << (client % TOGETHER))) !== 0;
  }
}

/**
 * A backward pass over the stored graph from the states in which a client has returned: whoever cannot return on any way by must-steps is
 * stuck. It needs no notion of fairness, and periodic timers, endless devices and budgets cannot hide a hang. A run that failed is no
 * hang, nor is what may still fail: there everybody counts as returned.
 */
export function stuckClients(search: Search, clients: readonly Context[]): Stuck {
  const edges = predecessors(search);
  const masks: Int32Array[] = [];
  for (let i = 0; i < clients.length; i += TOGETHER)
    masks.push(stuckOf(search, edges, clients.slice(i, i + TOGETHER)));
  return new Stuck(masks);
}

function stuckOf(
  search: Search,
  { first, sources, turns }: Predecessors,
  clients: readonly Context[],
): Int32Array {
  const turned = turnedMasks(search, clients);
  const everyone = 2 ** clients.length - 1;
  const can = new Int32Array(search.pool.size);
  const queue: number[] = [];
  for (let state = 0; state < can.length; state++) {
    can[state] = returned(search.pool, state, clients);
    if (can[state] !== 0) queue.push(state);
  }
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (let i = first[state]; i < first[state + 1]; i++) {
      const source = sources[i];
      const mask = can[source] | turned(can[state], turns[i]);
      if (mask === can[source]) continue;
      can[source] = mask;
      queue.push(source);
    }
  }
  return can.map((mask) => everyone & ~mask);
}

/** The clients of a mask as they were before a turn. */
function turnedMasks(
  { symmetry }: Search,
  clients: readonly Context[],
): (mask: number, turn: number | undefined) => number {
  const known = new Map<number, number>();
  return (mask, turn) => {
    if (!turn || !symmetry || mask === -1) return mask;
    const key = turn * 2 ** TOGETHER + mask;
    let before = known.get(key);
    if (before === undefined) {
      const places = symmetry.places(turn);
      const stand = clients.map((c) => clients.findIndex(({ index }) => index === places[c.index]));
      before = stand.reduce((bits, at, i) => (mask & (1 << at) ? bits | (1 << i) : bits), 0);
      known.set(key, before);
    }
    return before;
  };
}

function returned(pool: StatePool, state: number, clients: readonly Context[]): number {
  if (pool.word(state, layout.FAILED) !== 0) return -1;
  let mask = 0;
  for (let i = 0; i < clients.length; i++) {
    const status = pool.word(state, clients[i].slot + layout.STATUS);
    if ((status & layout.PHASE) === layout.DONE) mask |= 1 << i;
  }
  return mask;
}

interface Predecessors {
  readonly first: Int32Array;
  readonly sources: Int32Array;
  /** By edge; empty where there is no symmetry. */
  readonly turns: Int32Array;
}

/** By state the sources of its must-edges: `sources[first[state]] … sources[first[state + 1] - 1]`. */
function predecessors({ graph, pool, turns: turnsByEdge }: Search): Predecessors {
  const first = new Int32Array(pool.size + 2);
  const sources = new Int32Array(graph.targets.length);
  const turns = new Int32Array(turnsByEdge.length);
  const { data: targets } = graph.targets;
  const { data: labels } = graph.labels;
  for (let e = 0; e < graph.targets.length; e++) if (!isMay(labels[e])) first[targets[e] + 2]++;
  for (let state = 2; state < first.length; state++) first[state] += first[state - 1];
  for (let source = 0; source < pool.size; source++) {
    for (let e = graph.first(source); e < graph.end(source); e++) {
      if (isMay(labels[e])) continue;
      const at = first[targets[e] + 1]++;
      sources[at] = source;
      if (turns.length > 0) turns[at] = turnsByEdge.data[e];
    }
  }
  return { first, sources, turns };
}
