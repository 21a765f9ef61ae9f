import { isFlush, type PackedChoice } from '../kernel/index.ts';
import { costOf } from './cost.ts';
import type { World } from './search.ts';
import { isEnabled } from './trim.ts';

/**
 * The same schedule with every flush as late as it can be: it changes places with the step behind it as long as both orders lead to the
 * same state. A reader then meets it where it matters.
 */
export function lateFlushes(world: World, schedule: readonly PackedChoice[]): readonly PackedChoice[] {
  if (!schedule.some(isFlush)) return schedule;
  const late = [...schedule];
  for (let i = late.length - 2; i >= 0; i--) {
    const s = world.initial.slice(0, world.kernel.records.width);
    if (isFlush(late[i])) take(world, s, late.slice(0, i));
    for (let at = i; isFlush(late[at]) && at + 1 < late.length; at++) {
      const pair = late.slice(at, at + 2);
      if (isFlush(pair[1]) || !commute(world, s, pair)) break;
      late.splice(at, 2, ...pair.toReversed());
      take(world, s, [pair[1]]);
    }
  }
  const [before, after] = [costOf(world, schedule), costOf(world, late)];
  return after.preemptions > before.preemptions || after.switches > before.switches ? schedule : late;
}

/** Whether two steps, the first of which can be taken, lead to the same state in either order. */
function commute(world: World, s: Int32Array, pair: readonly PackedChoice[]): boolean {
  const [one, other] = [s.slice(), s.slice()];
  return take(world, one, pair) && take(world, other, pair.toReversed()) && one.join() === other.join();
}

/** Takes steps, in place, as far as they can be taken; whether that is all of them. */
function take({ kernel, monitors }: World, s: Int32Array, choices: readonly PackedChoice[]): boolean {
  for (const choice of choices) {
    if (!isEnabled(kernel, s, choice)) return false;
    monitors.watch(s);
    kernel.step(s, choice);
  }
  return true;
}
