import type { Label } from './graph.ts';
import { choiceOf, isMay } from './graph.ts';
import type { Search } from './search.ts';

/** A shortest way within a component from a state back to itself, with a step of a context on it. */
export function cycleThrough(
  { graph }: Search,
  component: readonly number[],
  start: number,
  context: number,
): Label[] {
  const inside = new Set(component);
  // a place on the way: state * 2, + 1 once the context has moved
  const from = new Map<number, { readonly place: number; readonly label: Label }>();
  const queue = [start * 2];
  for (const place of queue) {
    const state = place >> 1;
    for (let e = graph.first(state); e < graph.end(state); e++) {
      const target = graph.targets.data[e];
      const label = graph.labels.data[e];
      if (isMay(label) || !inside.has(target)) continue;
      const moved = place & 1 || choiceOf(label) >> 8 === context ? 1 : 0;
      const next = target * 2 + moved;
      if (from.has(next)) continue;
      from.set(next, { place, label });
      if (next === start * 2 + 1) return wayBack(from, start);
      queue.push(next);
    }
  }
  return [];
}

function wayBack(
  from: ReadonlyMap<number, { readonly place: number; readonly label: Label }>,
  start: number,
): Label[] {
  const labels: Label[] = [];
  let at = from.get(start * 2 + 1);
  while (at) {
    labels.push(at.label);
    if (at.place === start * 2) break;
    at = from.get(at.place);
  }
  return labels.toReversed();
}
