import type { PackedChoice } from '../../kernel/index.ts';
import { pick, type Random, type Strategy } from './strategy.ts';

/** A random walk: every choice is as likely as every other. */
export class Walk implements Strategy {
  #random: Random = () => 0;

  begin(random: Random): void {
    this.#random = random;
  }

  choose(_k: unknown, _s: Int32Array, choices: readonly PackedChoice[]): PackedChoice {
    return pick(this.#random, choices);
  }
}
