import { isFlush, isMayStep, isPreempted, type Kernel, type PackedChoice } from '../kernel/index.ts';
import { copy } from './macroStep.ts';
import type { Monitors } from './monitors.ts';
import { MOST_WORDS, type World } from './search.ts';

/** What a schedule costs; least in this order. */
export interface Cost {
  readonly preemptions: number;
  readonly switches: number;
  readonly steps: number;
}

/** No context has moved yet. */
export const NOBODY = -1;

/** Whether it is a preemption to let another context move than the last one. What monitors have seen is part of the state. */
export class Preemption {
  readonly #k: Kernel;
  readonly #monitors: Monitors;
  readonly #scratch = new Int32Array(MOST_WORDS);

  constructor({ kernel, monitors }: World) {
    this.#k = kernel;
    this.#monitors = monitors;
  }

  of(s: Int32Array, last: number): boolean {
    const c = this.#k.contexts[last];
    this.#monitors.watch(this.#scratch);
    return c !== undefined && isPreempted(this.#k, s, c, this.#scratch);
  }
}

/** Whether a choice is a preemption, given whether leaving the last context is one. */
export function isPreemption(
  k: Kernel,
  choice: PackedChoice,
  may: boolean,
  last: number,
  preempts: boolean,
): boolean {
  if (may) return true;
  const context = choice >> 8;
  if (context === last || isFlush(choice)) return false;
  return preempts && !(context === k.clock.index && k.options.time === 'urgent');
}

/** Whether a choice changes the context that moves; a store that reaches memory takes the processor from nobody. */
export const isSwitch = (choice: PackedChoice, last: number): boolean =>
  last !== NOBODY && choice >> 8 !== last && !isFlush(choice);

/** Who has moved last after a choice. */
export const lastAfter = (choice: PackedChoice, last: number): number =>
  isFlush(choice) ? last : choice >> 8;

/** What a schedule costs, by replaying it. */
export function costOf(world: World, schedule: readonly PackedChoice[]): Cost {
  const { kernel, monitors } = world;
  const preemption = new Preemption(world);
  const s = new Int32Array(MOST_WORDS);
  copy(world.initial, s, kernel.records.width);
  let last = NOBODY;
  let preemptions = 0;
  let switches = 0;
  for (const choice of schedule) {
    const may = isMayStep(kernel, s, choice);
    if (isPreemption(kernel, choice, may, last, preemption.of(s, last))) preemptions++;
    if (isSwitch(choice, last)) switches++;
    last = lastAfter(choice, last);
    monitors.watch(s);
    kernel.step(s, choice);
  }
  return { preemptions, switches, steps: schedule.length };
}
