import { isFlush, type Kernel, type PackedChoice } from '../../kernel/index.ts';
import { depend, Steps, type Step } from '../dpor/steps.ts';
import type { Random, Strategy } from './strategy.ts';

/**
 * Partial order sampling (Yuan, Yang, Gu: CAV 2018): every pending step has a random priority and the highest one is taken; the steps that race
 * with it get new ones. Orders of independent steps take no share of the samples.
 */
export class Pos implements Strategy {
  readonly #steps: Steps;
  readonly #priorities = new Map<PackedChoice, number>();
  #random: Random = () => 0;

  constructor(k: Kernel) {
    this.#steps = new Steps(k, { strict: false });
  }

  begin(random: Random): void {
    this.#random = random;
    this.#priorities.clear();
  }

  choose(k: Kernel, s: Int32Array, choices: readonly PackedChoice[]): PackedChoice {
    let highest = choices[0];
    for (const choice of choices) if (this.#of(choice) > this.#of(highest)) highest = choice;
    const taken = this.#stepOf(k, s, highest);
    for (const choice of choices) {
      const step = this.#stepOf(k, s, choice);
      // what the clock does depends on everything, and so does a store that reaches memory
      if (!taken || !step || depend(taken, step)) this.#priorities.delete(choice);
    }
    return highest;
  }

  #stepOf(k: Kernel, s: Int32Array, choice: PackedChoice): Step | undefined {
    const isClock = k.contexts[choice >> 8].kind === 'clock';
    return isClock || isFlush(choice) ? undefined : this.#steps.of(s, choice);
  }

  #of(choice: PackedChoice): number {
    const known = this.#priorities.get(choice) ?? this.#random();
    this.#priorities.set(choice, known);
    return known;
  }
}
