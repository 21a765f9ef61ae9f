import {
  canStep,
  inMidCall,
  isFlush,
  isMayStep,
  type Context,
  type Kernel,
  type PackedChoice,
} from '../kernel/index.ts';
import { copy } from './macroStep.ts';
import type { Monitors } from './monitors.ts';
import { hashOf } from './pool.ts';
import { MOST_WORDS, type World } from './search.ts';

const LONGEST_SPIN = 64;

/** What a schedule costs; least in this order. */
export interface Cost {
  readonly preemptions: number;
  readonly switches: number;
  readonly steps: number;
}

/** No context has moved yet. */
export const NOBODY = -1;

/** Whether it is a preemption to let another context move in this state: the last one could go on and is in the middle of a call. */
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
    if (!c || c.kind === 'clock' || c.kind === 'device') return false;
    return inMidCall(s, c) && canStep(this.#k, s, c) && !this.#spins(s, c);
  }

  /** Whether it is free to leave: alone it only comes back to this very state. */
  #spins(s: Int32Array, c: Context): boolean {
    const { width } = this.#k.records;
    const hash = hashOf(s, width);
    const scratch = this.#scratch;
    copy(s, scratch, width);
    this.#monitors.watch(scratch);
    for (let i = 0; i < LONGEST_SPIN && inMidCall(scratch, c) && canStep(this.#k, scratch, c); i++) {
      this.#k.step(scratch, c.index << 8);
      if (hashOf(scratch, this.#k.records.width) === hash && same(s, scratch, width)) return true;
    }
    return false;
  }
}

const same = (a: Int32Array, b: Int32Array, width: number): boolean => {
  for (let i = 0; i < width; i++) if (a[i] !== b[i]) return false;
  return true;
};

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
