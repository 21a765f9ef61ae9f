import { decide } from '../src/explore/decide.ts';
import { worldOf } from '../src/explore/explore.ts';
import type { Monitor } from '../src/explore/properties.ts';
import { ALL } from '../src/explore/reductions.ts';
import type { Explored } from './explore.ts';
import type { Machine } from './machine.ts';
import type { Marker } from './markers.ts';

/** The explorer has no constraints and no pulses: a program with one of these it cannot explore. */
export const isPlain = (markers: readonly Marker[]): boolean =>
  markers.every(({ type }) => type === 'point' || type === 'start');

/** A machine's program as the project's own explorer sees it, with all its reductions; a monitor remembers what runs show. */
export function exploreReduced(machine: Machine): Explored {
  const { kernel, initial, happenings, happenedAt } = machine;
  const monitor: Monitor = {
    kind: 'monitor',
    title: { en: '', 'zh-Hans': '' },
    initial: initial[happenedAt],
    observes: (event) => event.type === 'note' && event.entry.name.startsWith('oracle.'),
    next: (state, event) => {
      if (event.type !== 'note') return state;
      return happenings.add(Number(state), machine.nameOf(kernel.contexts[event.context]), event.entry);
    },
    fails: () => false,
  };
  // the one monitor's state is the next word
  const at = kernel.records.width;
  const world = worldOf(kernel, initial, { properties: [monitor], watch: {} });
  const { search, stopped } = world.monitors.during(() => decide(world, { reductions: ALL, all: true }));
  if (stopped) throw stopped;
  const { graph, pool } = search;
  const ends: number[] = [];
  for (let state = 0; state < pool.size; state++) {
    if (graph.first(state) === graph.end(state)) ends.push(state);
  }
  const load = (state: number, s: Int32Array): Int32Array => {
    search.load(state, s);
    s[happenedAt] = Number(kernel.values.get(s[at]));
    return s;
  };
  return { graph, pool, ends, load };
}
