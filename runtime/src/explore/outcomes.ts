import type { Value } from '../effects/index.ts';
import { stepsTo, unpack } from './schedule.ts';
import { MOST_WORDS, type Search } from './search.ts';
import type { Outcome } from './verdict.ts';
import { resultsOf } from './view.ts';

/** The distinct outcomes among the final states met, in that order, each with the schedule that reached it first. */
export function outcomes(search: Search, watch: Readonly<Record<string, number>>): Outcome[] {
  const { kernel: k, clients } = search.world;
  const s = new Int32Array(MOST_WORDS);
  const seen = new Map<string, Outcome>();
  for (const state of search.finals) {
    search.load(state, s);
    const results: Record<string, readonly Value[]> = {};
    const watched: Record<string, Value> = {};
    const key: unknown[] = [];
    for (const c of clients) {
      results[c.name] = resultsOf(k, s, c);
      key.push(k.values.intern(results[c.name]));
    }
    for (const [name, cell] of Object.entries(watch)) {
      const word = s[k.records.get(cell)?.slot ?? 0];
      watched[name] = k.values.get(word);
      key.push(word);
    }
    const name = key.join();
    if (!seen.has(name)) seen.set(name, { results, watched, witness: unpack(stepsTo(search, state)) });
  }
  return [...seen.values()];
}
