import type { Value } from '../effects/index.ts';
import type { PackedChoice } from '../kernel/index.ts';
import { costOf } from './cost.ts';
import { renamed } from './renamed.ts';
import { stepsTo, unpack } from './schedule.ts';
import { MOST_WORDS, type Search, type World } from './search.ts';
import type { Outcome } from './verdict.ts';
import { resultsOf } from './view.ts';

/** The distinct outcomes among final states, in the order they were met, each with the schedule that reached it first. */
export class Outcomes {
  readonly #world: World;
  readonly #seen = new Map<string, Outcome>();

  constructor(world: World) {
    this.#world = world;
  }

  get all(): Outcome[] {
    return [...this.#seen.values()];
  }

  add(s: Int32Array, schedule: () => readonly PackedChoice[]): void {
    const { kernel: k, clients, properties } = this.#world;
    const key: unknown[] = clients.map((c) => k.values.intern(resultsOf(k, s, c)));
    const watched: Record<string, Value> = {};
    for (const [name, cell] of Object.entries(properties.watch)) {
      const word = s[k.records.get(cell)?.slot ?? 0];
      watched[name] = k.values.get(word);
      key.push(word);
    }
    const name = key.join();
    if (this.#seen.has(name)) return;
    const results = Object.fromEntries(clients.map((c) => [c.name, resultsOf(k, s, c)]));
    const steps = schedule();
    const { preemptions } = costOf(this.#world, steps);
    this.#seen.set(name, { results, watched, witness: unpack(steps), preemptions });
  }
}

/** The outcomes of a search. */
export function outcomes(search: Search): Outcome[] {
  const s = new Int32Array(MOST_WORDS);
  const found = new Outcomes(search.world);
  for (const state of search.finals) {
    for (const other of search.turned(search.load(state, s)))
      found.add(other.s, () => renamed(search, stepsTo(search, state), other.turn));
  }
  return found.all;
}
