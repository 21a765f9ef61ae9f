import type { Context, Places } from '../kernel/index.ts';

/**
 * Every way to put the members of each group into their places, but those that put members who are the same into each other's.
 *
 * @param places written, and yielded again and again
 */
export function* arrangements(
  groups: readonly (readonly Context[])[],
  places: Places,
  same: (a: Context, b: Context) => boolean,
): Iterable<Places> {
  const [group, ...rest] = groups;
  if (!group) {
    yield places;
    return;
  }
  const placed = new Set<Context>();
  const fill = function* (at: number): Iterable<Places> {
    if (at === group.length) {
      yield* arrangements(rest, places, same);
      return;
    }
    const tried: Context[] = [];
    for (const c of group) {
      if (placed.has(c) || tried.some((other) => same(other, c))) continue;
      tried.push(c);
      placed.add(c);
      places[c.index] = group[at].index;
      yield* fill(at + 1);
      placed.delete(c);
    }
  };
  yield* fill(0);
}
