import { enabled, type PackedChoice } from '../kernel/index.ts';
import type { Search } from './search.ts';

/**
 * The same run with clients exchanged: every step is taken by whoever has taken the other's place. Which alternative of a choice it is
 * then depends on the order of contexts, so it is looked for: the one after which the states are the same but for the exchange.
 */
export function renamed(search: Search, schedule: readonly PackedChoice[], turn: number): PackedChoice[] {
  const { symmetry, world } = search;
  if (!symmetry || turn === 0) return [...schedule];
  const { kernel: k, initial } = world;
  const { width } = k.records;
  const [as, is] = [initial.slice(0, width), initial.slice(0, width)];
  const [wanted, tried] = [as.slice(), as.slice()];
  const choices: PackedChoice[] = [];
  return schedule.map((choice) => {
    k.step(as, choice);
    wanted.set(as);
    symmetry.apply(wanted, turn);
    const context = symmetry.places(turn)[choice >> 8] ?? choice >> 8;
    enabled(k, is, choices);
    const same = choices.find((other) => {
      if (other >> 8 !== context) return false;
      tried.set(is);
      k.step(tried, other);
      return tried.every((word, i) => word === wanted[i]);
    });
    if (same === undefined) throw new Error('internal bug: clients are exchanged that are not the same');
    is.set(tried);
    return same;
  });
}
