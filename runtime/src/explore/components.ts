import { isMay } from './graph.ts';
import type { Search } from './search.ts';

/**
 * The strongly connected components, by must-edges, of the states inside, each after those it leads to: Tarjan's algorithm without
 * recursion.
 *
 * @param roots states to begin at; what is inside and is not reached from one is left out
 * @param found is told the states of each, in no order, and whether no must-edge leads out of it
 */
export function components(
  { graph, pool }: Pick<Search, 'graph' | 'pool'>,
  roots: Iterable<number>,
  inside: (state: number) => boolean,
  found: (states: number[], bottom: boolean) => void,
): void {
  const index = new Int32Array(pool.size);
  const low = new Int32Array(pool.size);
  const done = new Uint8Array(pool.size);
  const open: number[] = [];
  const path: { state: number; edge: number; bottom: boolean }[] = [];
  let count = 0;

  const enter = (state: number): void => {
    index[state] = low[state] = ++count;
    open.push(state);
    path.push({ state, edge: graph.first(state), bottom: true });
  };

  const leave = (state: number, bottom: boolean): void => {
    path.pop();
    const parent = path.at(-1);
    if (low[state] === index[state]) {
      const component = open.splice(open.lastIndexOf(state));
      for (const member of component) done[member] = 1;
      found(component, bottom);
      if (parent) parent.bottom = false;
      return;
    }
    if (!parent) return;
    low[parent.state] = Math.min(low[parent.state], low[state]);
    parent.bottom &&= bottom;
  };

  for (const root of roots) {
    if (!inside(root) || index[root] !== 0) continue;
    enter(root);
    for (let at = path.at(-1); at; at = path.at(-1)) {
      if (at.edge === graph.end(at.state)) {
        leave(at.state, at.bottom);
        continue;
      }
      const edge = at.edge++;
      if (isMay(graph.labels.data[edge])) continue;
      const target = graph.targets.data[edge];
      if (done[target] || !inside(target)) at.bottom = false;
      else if (index[target] === 0) enter(target);
      else low[at.state] = Math.min(low[at.state], index[target]);
    }
  }
}
