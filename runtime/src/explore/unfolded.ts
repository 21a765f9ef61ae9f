import { isMay } from './graph.ts';
import { MOST_WORDS, Search } from './search.ts';

/** What must-steps lead to from a stored state, where no clients are exchanged. The first of the states is that one. */
export function unfolded(
  search: Search,
  state: number,
): { readonly search: Search; readonly states: readonly number[] } {
  const initial = search.load(state, new Int32Array(MOST_WORDS));
  const plain = new Search({ ...search.world, initial }, { ...search.reductions, symmetry: false });
  const states = new Set([0]);
  for (const from of states) {
    plain.expand(from, () => {});
    const { graph } = plain;
    for (let e = graph.first(from); e < graph.end(from); e++) {
      if (!isMay(graph.labels.data[e])) states.add(graph.targets.data[e]);
    }
  }
  return { search: plain, states: [...states].toSorted((a, b) => a - b) };
}
