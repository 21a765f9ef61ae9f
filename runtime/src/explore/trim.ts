import { enabled, type PackedChoice } from '../kernel/index.ts';
import { Checks } from './checks.ts';
import { costOf } from './cost.ts';
import { copy } from './macroStep.ts';
import { sameKind } from './sameKind.ts';
import { stepsAlong } from './schedule.ts';
import { MOST_WORDS, type World } from './search.ts';
import type { Failure } from './verdict.ts';

/** One macro-step: a choice, and how many steps it takes. */
export interface Stretch {
  readonly choice: PackedChoice;
  readonly steps: number;
}

/**
 * Cuts steps off the ends of macro-steps as long as the way still leads to the failure at no higher cost: a thread whose steps
 * were joined may have gone further than it had to.
 */
export function trim(world: World, way: readonly Stretch[], failure: Failure): PackedChoice[] {
  const whole = flat(way);
  const { preemptions, switches } = costOf(world, whole);
  let best = way;
  for (let i = way.length - 1; i >= 0; i--) {
    for (let steps = best[i].steps - 1; steps > 0; steps--) {
      const shorter = best.with(i, { ...best[i], steps });
      if (!leadsTo(world, flat(shorter), failure)) break;
      const cost = costOf(world, flat(shorter));
      if (cost.preemptions > preemptions || cost.switches > switches) break;
      best = shorter;
    }
  }
  return flat(best);
}

/** The single steps of a way. */
export const flat = (way: readonly Stretch[]): PackedChoice[] =>
  way.flatMap(({ choice, steps }) => stepsAlong(choice, steps));

function leadsTo(world: World, schedule: readonly PackedChoice[], failure: Failure): boolean {
  const { kernel, monitors } = world;
  const s = new Int32Array(MOST_WORDS);
  copy(world.initial, s, kernel.records.width);
  for (const choice of schedule) {
    if (!isEnabled(kernel, s, choice)) return false;
    monitors.watch(s);
    kernel.step(s, choice);
  }
  let leads = false;
  new Checks(kernel, world).state(s, (found) => (leads ||= sameKind(found, failure)));
  return leads;
}

/** Whether a choice can be taken. */
export function isEnabled(k: World['kernel'], s: Int32Array, choice: PackedChoice): boolean {
  const choices: PackedChoice[] = [];
  enabled(k, s, choices);
  return choices.includes(choice);
}
