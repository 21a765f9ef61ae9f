import type { PackedChoice } from '../../kernel/index.ts';
import { pick, type Random, type Strategy } from './strategy.ts';

/** After so many steps in a row a context may be spinning: it loses its priority. */
const LONG = 200;

/**
 * Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi, Nagarakatte: ASPLOS 2010): contexts have random priorities and the
 * highest one moves; at d−1 random steps whoever moved falls below all others. A bug of depth d among n contexts and k steps is found by one
 * run with probability at least 1 / (n·k^(d−1)), as the paper has it, which draws beforehand who of those that fell is above whom; here
 * it is who fell first.
 */
export class Pct implements Strategy {
  readonly #depth: number;
  #random: Random = () => 0;
  readonly #priorities = new Map<number, number>();
  #changes: readonly number[] = [];
  #step = 0;
  #lowest = 0;
  #last = -1;
  #inARow = 0;

  constructor(depth: number) {
    this.#depth = depth;
  }

  begin(random: Random, steps: number): void {
    this.#random = random;
    this.#priorities.clear();
    this.#step = 0;
    this.#lowest = 0;
    this.#last = -1;
    this.#inARow = 0;
    this.#changes = Array.from({ length: this.#depth - 1 }, () => 1 + Math.floor(random() * steps));
  }

  choose(_k: unknown, _s: Int32Array, choices: readonly PackedChoice[]): PackedChoice {
    let highest = choices[0];
    for (const choice of choices) if (this.#of(choice) > this.#of(highest)) highest = choice;
    const context = highest >> 8;
    this.#step++;
    this.#inARow = context === this.#last ? this.#inARow + 1 : 0;
    this.#last = context;
    if (this.#changes.includes(this.#step) || this.#inARow >= LONG) {
      this.#priorities.set(context, --this.#lowest);
      this.#inARow = 0;
    }
    const alternatives = choices.filter((choice) => choice >> 8 === context);
    return pick(this.#random, alternatives);
  }

  #of(choice: PackedChoice): number {
    const context = choice >> 8;
    const known = this.#priorities.get(context) ?? this.#random();
    this.#priorities.set(context, known);
    return known;
  }
}
