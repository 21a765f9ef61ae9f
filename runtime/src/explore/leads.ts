import { ClockRead, enabled, isMayStep, layout as L, type PackedChoice } from '../kernel/index.ts';
import { Checks } from './checks.ts';
import { costOf } from './cost.ts';
import { counterexampleOf } from './counterexample.ts';
import { isHang } from './hangs.ts';
import { LimitReached } from './limits.ts';
import { copy } from './macroStep.ts';
import { minimize } from './minimize.ts';
import { ALL } from './reductions.ts';
import { endsWell } from './runEnd.ts';
import { sameKind } from './sameKind.ts';
import { unpack } from './schedule.ts';
import { MOST_WORDS, type World } from './search.ts';
import type { Counterexample, Failure } from './verdict.ts';

/** A failure, and a schedule that leads to it. */
export interface Lead {
  readonly failure: Failure;
  readonly schedule: readonly PackedChoice[];
}

/** How many states are worth looking at for a shorter way. */
const WORTH_STATES = 50_000;
const WORTH_REPLAYS = 2000;

/** The failure with the shortest schedule, as a counterexample: the least one if the state graph is small, else one that is made shorter. */
export function exampleOf(world: World, leads: readonly Lead[]): Counterexample {
  const [lead] = leads.toSorted((a, b) => a.schedule.length - b.schedule.length);
  const least = leastExample(world, lead);
  if (least) return least;
  const schedule = shorten(world, lead);
  const { preemptions, switches } = costOf(world, schedule);
  return { failure: lead.failure, schedule: unpack(schedule), preemptions, switches, shortest: false };
}

function leastExample(world: World, { failure }: Lead): Counterexample | undefined {
  if (world.kernel.buffers) return undefined;
  const small = { ...world, limits: { ...world.limits, states: WORTH_STATES } };
  try {
    const least = minimize(small, ALL, { failure, still: true }, {});
    // of hangs it has looked only among those in which nothing moves any more
    return least && counterexampleOf(small, least, failure.kind === 'deadlock' || !isHang(failure.kind));
  } catch (error) {
    if (error instanceof LimitReached || error instanceof ClockRead) return undefined;
    throw error;
  }
}

/** Leaves out as many steps as it can, large parts first, as long as what is left leads to the same failure. */
export function shorten(world: World, { failure, schedule }: Lead): readonly PackedChoice[] {
  let best = schedule;
  let replays = 0;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (
      let at = best.length - size;
      at >= 0 && replays < WORTH_REPLAYS;
      at = Math.min(at - 1, best.length - size)
    ) {
      const shorter = best.toSpliced(at, size);
      replays++;
      if (leadsTo(world, shorter, failure)) best = shorter;
    }
  }
  return best;
}

/** Whether a schedule can be followed and shows the failure where it ends. */
export function leadsTo(world: World, schedule: readonly PackedChoice[], failure: Failure): boolean {
  const { kernel: k, monitors } = world;
  const s = new Int32Array(MOST_WORDS);
  const choices: PackedChoice[] = [];
  copy(world.initial, s, k.records.width);
  for (const choice of schedule) {
    enabled(k, s, choices);
    if (!choices.includes(choice)) return false;
    monitors.watch(s);
    k.step(s, choice);
  }
  let shows = false;
  const report = (found: Failure): void => void (shows ||= sameKind(found, failure));
  const checks = new Checks(k, world);
  checks.state(s, report);
  enabled(k, s, choices);
  if (shows || s[L.FAILED] !== 0 || choices.some((choice) => !isMayStep(k, s, choice))) return shows;
  endsWell(world, s, checks, report);
  return shows;
}
