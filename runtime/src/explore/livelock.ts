import type { Context } from '../kernel/index.ts';
import { components } from './components.ts';
import { choiceOf, isMay, type Label } from './graph.ts';
import type { Search } from './search.ts';

/** A circle that goes on forever, fair to everybody, and in which no call returns. */
export interface Livelock {
  /** Where it is entered. */
  readonly state: number;
  readonly cycle: readonly Label[];
  /** The clients that move in it. */
  readonly clients: readonly Context[];
}

/**
 * A strongly connected component, by must-edges, in which everybody who could move in one of its states does move, a client among them.
 * Nobody's call returns in it: a return is for good. Where somebody could move and does not, the states in which they could are taken
 * away, and what is left is looked at again (the emptiness check of Streett automata). The reductions keep such circles: a joined step
 * takes no move from anybody, and a macro-step ends where its state repeats. There is no symmetry here: who goes round is somebody.
 */
export function livelock(search: Search): Livelock | undefined {
  const { clients } = search.world;
  const parts: (readonly number[])[] = [Array.from({ length: search.pool.size }, (_, state) => state)];
  const part = new Int32Array(search.pool.size);
  let found: { readonly states: readonly number[]; readonly moving: ReadonlySet<number> } | undefined;
  for (let id = 1; parts.length > 0 && !found; id++) {
    const roots = parts.pop() ?? [];
    for (const state of roots) part[state] = id;
    components(
      search,
      roots,
      (state) => part[state] === id,
      (states) => {
        const { able, moving } = movers(search, states);
        if (found || moving.size === 0) return;
        const unfair = new Set([...able].filter((context) => !moving.has(context)));
        if (unfair.size > 0) {
          parts.push(states.filter((state) => !couldMove(search, state, unfair)));
        } else if (clients.some((c) => moving.has(c.index))) {
          found = { states: states.toSorted((a, b) => a - b), moving };
        }
      },
    );
  }
  if (!found) return undefined;
  const { states, moving } = found;
  return {
    state: states[0],
    cycle: tour(search, states, moving),
    clients: clients.filter((c) => moving.has(c.index)),
  };
}

/** Who could move in a component, and who moves within it. */
function movers({ graph }: Search, states: readonly number[]): { able: Set<number>; moving: Set<number> } {
  const inside = new Set(states);
  const able = new Set<number>();
  const moving = new Set<number>();
  for (const state of states) {
    for (let e = graph.first(state); e < graph.end(state); e++) {
      const l = graph.labels.data[e];
      if (isMay(l)) continue;
      able.add(choiceOf(l) >> 8);
      if (inside.has(graph.targets.data[e])) moving.add(choiceOf(l) >> 8);
    }
  }
  return { able, moving };
}

function couldMove({ graph }: Search, state: number, contexts: ReadonlySet<number>): boolean {
  for (let e = graph.first(state); e < graph.end(state); e++) {
    const l = graph.labels.data[e];
    if (!isMay(l) && contexts.has(choiceOf(l) >> 8)) return true;
  }
  return false;
}

/** A way around from the first state, on which all of these contexts move: each next one by a shortest way, and home. */
function tour(search: Search, states: readonly number[], contexts: ReadonlySet<number>): Label[] {
  const inside = new Set(states);
  const left = new Set(contexts);
  const labels: Label[] = [];
  let at = states[0];
  while (left.size > 0 || at !== states[0]) {
    const way = wayFrom(search, inside, at, (label, target) =>
      left.size > 0 ? left.has(choiceOf(label) >> 8) : target === states[0],
    );
    for (const label of way.labels) left.delete(choiceOf(label) >> 8);
    labels.push(...way.labels);
    at = way.end;
  }
  return labels;
}

/** A shortest way within a component to an edge that is wanted. */
function wayFrom(
  { graph }: Search,
  inside: ReadonlySet<number>,
  start: number,
  wanted: (label: Label, target: number) => boolean,
): { readonly labels: readonly Label[]; readonly end: number } {
  const from = new Map<number, { readonly state: number; readonly label: Label }>();
  const queue = [start];
  const back = (end: number, last: Label): Label[] => {
    const labels = [last];
    for (let step = from.get(end); step; step = step.state === start ? undefined : from.get(step.state)) {
      labels.push(step.label);
    }
    return labels.toReversed();
  };
  for (const state of queue) {
    for (let e = graph.first(state); e < graph.end(state); e++) {
      const [target, label] = [graph.targets.data[e], graph.labels.data[e]];
      if (isMay(label) || !inside.has(target)) continue;
      if (wanted(label, target)) return { labels: back(state, label), end: target };
      if (target === start || from.has(target)) continue;
      from.set(target, { state, label });
      queue.push(target);
    }
  }
  throw new Error('internal bug: a component that is none');
}
