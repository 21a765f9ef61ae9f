import type { Stuck } from './backward.ts';
import { isMay } from './graph.ts';
import type { Search } from './search.ts';

/**
 * The ends of what is stuck: the bottom strongly connected components, by must-edges, of the states in which some client cannot
 * return. A state in which nothing moves is one. Tarjan's algorithm without recursion; states of a component in ascending order.
 */
export function settledComponents({ graph, pool }: Pick<Search, 'graph' | 'pool'>, stuck: Stuck): number[][] {
  const index = new Int32Array(pool.size);
  const low = new Int32Array(pool.size);
  const done = new Uint8Array(pool.size);
  const open: number[] = [];
  const path: { state: number; edge: number; bottom: boolean }[] = [];
  const components: number[][] = [];
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
      if (bottom) components.push(component.toSorted((a, b) => a - b));
      if (parent) parent.bottom = false;
      return;
    }
    if (!parent) return;
    low[parent.state] = Math.min(low[parent.state], low[state]);
    parent.bottom &&= bottom;
  };

  for (let root = 0; root < pool.size; root++) {
    if (stuck[root] === 0 || index[root] !== 0) continue;
    enter(root);
    for (let at = path.at(-1); at; at = path.at(-1)) {
      if (at.edge === graph.end(at.state)) {
        leave(at.state, at.bottom);
        continue;
      }
      const edge = at.edge++;
      if (isMay(graph.labels.data[edge])) continue;
      const target = graph.targets.data[edge];
      if (index[target] === 0) enter(target);
      else if (done[target]) at.bottom = false;
      else low[at.state] = Math.min(low[at.state], index[target]);
    }
  }
  return components;
}
