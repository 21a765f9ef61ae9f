/** An edge between two nodes, by their places. */
export interface Link {
  readonly from: number;
  readonly to: number;
}

/** Which layer each node is in, and which edges lead back up. */
export interface Ranks {
  readonly layerOf: readonly number[];
  readonly back: ReadonlySet<Link>;
}

/**
 * Puts every node below all that lead to it; an edge that closes a circle does not count.
 *
 * @param count how many nodes there are; all can be reached from node 0
 */
export function rank(count: number, links: readonly Link[]): Ranks {
  const out: Link[][] = Array.from({ length: count }, () => []);
  for (const link of links) out[link.from].push(link);
  const back = new Set<Link>();
  const state: ('open' | 'done' | undefined)[] = Array.from({ length: count });
  /** Each after all that it leads to. */
  const finished: number[] = [];

  function visit(node: number): void {
    state[node] = 'open';
    for (const link of out[node]) {
      if (state[link.to] === 'open') back.add(link);
      else if (!state[link.to]) visit(link.to);
    }
    state[node] = 'done';
    finished.push(node);
  }
  for (let node = 0; node < count; node++) if (!state[node]) visit(node);

  const layerOf = out.map(() => 0);
  for (const node of finished.toReversed())
    for (const link of out[node])
      if (!back.has(link)) layerOf[link.to] = Math.max(layerOf[link.to], layerOf[node] + 1);
  return { layerOf, back };
}
