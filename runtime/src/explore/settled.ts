import { components } from './components.ts';
import type { Search } from './search.ts';

/**
 * The ends of what is stuck: the bottom strongly connected components, by must-edges, of the states in which some client cannot
 * return. A state in which nothing moves is one. States of a component in ascending order.
 */
export function settledComponents(
  search: Pick<Search, 'graph' | 'pool'>,
  isStuck: (state: number) => boolean,
): number[][] {
  const settled: number[][] = [];
  components(
    search,
    Array.from({ length: search.pool.size }, (_, state) => state).filter(isStuck),
    isStuck,
    (states, bottom) => {
      if (bottom) settled.push(states.toSorted((a, b) => a - b));
    },
  );
  return settled;
}
