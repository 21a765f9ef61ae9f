import { costOf } from './cost.ts';
import { cycleThrough } from './cycle.ts';
import type { Decided } from './decide.ts';
import { hangs, mustMove, type Hang } from './hangs.ts';
import { lateFlushes } from './lateFlushes.ts';
import { LimitReached } from './limits.ts';
import type { Livelock } from './livelock.ts';
import type { Wanted } from './minimize.ts';
import { renamed } from './renamed.ts';
import type { PackedChoice } from '../kernel/index.ts';
import { stepsOfLabel, stepsTo, stepsToFinding, unpack } from './schedule.ts';
import type { Search, World } from './search.ts';
import type { Counterexample, Failure } from './verdict.ts';

/** A failure and a way to it. */
export interface Found {
  readonly failure: Failure;
  readonly steps: readonly PackedChoice[];
  /** For a hang: where it is, in which search, and which of its states the way leads to. */
  readonly search: Search;
  readonly hang?: Hang;
  readonly state: number;
}

/** What a decision found first, and what a search for a shorter way should look for; or the limit that looking closer at a hang met. */
export function firstFailure(
  decided: Decided,
): (Found & { readonly wanted: Wanted }) | LimitReached | undefined {
  try {
    return failureIn(decided);
  } catch (error) {
    if (error instanceof LimitReached) return error;
    throw error;
  }
}

function failureIn({ search, findings }: Decided): (Found & { readonly wanted: Wanted }) | undefined {
  const [finding] = findings;
  if (finding) {
    const { failure, state, turn = 0 } = finding;
    const wanted = { failure, still: false };
    const steps = renamed(search, stepsToFinding(search, finding), turn);
    return { failure, steps, search, state, wanted };
  }
  const all = hangs(search);
  const [hang] = all;
  if (!hang) return undefined;
  const still = all.every(({ at }) => !mustMove(search, at));
  const { failure, at, states } = hang;
  const wanted = { failure, still };
  return { failure, steps: stepsTo(search, at), search: hang.search, hang, state: states[0], wanted };
}

/** A way to a failure made ready to report; a spin gets one turn of its cycle. */
export function counterexampleOf(world: World, found: Found, shortest: boolean): Counterexample {
  const { failure, hang } = found;
  const around = hang ? cycleThrough(found.search, hang.states, found.state, hang.of.index) : [];
  const turn = oneTurn(world, found.steps, around.flatMap(stepsOfLabel), hang?.of.index);
  const { cycle } = turn;
  const prefix = lateFlushes(world, turn.prefix);
  const { preemptions, switches } = costOf(world, prefix);
  return {
    failure,
    schedule: unpack([...prefix, ...cycle]),
    preemptions,
    switches,
    shortest,
    ...(cycle.length > 0 && { cycle: cycle.length }),
  };
}

/** A circle made ready to report, after the way to it that was found first. */
export function livelockExample(search: Search, { state, cycle, clients }: Livelock): Counterexample {
  const prefix = stepsTo(search, state);
  const around = cycle.flatMap(stepsOfLabel);
  const { preemptions, switches } = costOf(search.world, prefix);
  const names = clients.map((c) => c.name);
  return {
    failure: {
      kind: 'livelock',
      code: 'livelock',
      data: { threads: names.join(', ') },
      ...(names[0] !== undefined && { context: names[0] }),
    },
    schedule: unpack([...prefix, ...around]),
    preemptions,
    switches,
    shortest: false,
    cycle: around.length,
  };
}

interface Lasso {
  readonly prefix: readonly PackedChoice[];
  readonly cycle: readonly PackedChoice[];
}

/** A macro-step may have gone around more than once, or some way around before the state that was stored. */
function oneTurn(
  { kernel, initial, monitors }: World,
  prefix: readonly PackedChoice[],
  cycle: readonly PackedChoice[],
  context: number | undefined,
): Lasso {
  if (cycle.length === 0) return { prefix, cycle };
  const steps = [...prefix, ...cycle];
  const s = initial.slice(0, kernel.records.width);
  const states = [s.join()];
  for (const choice of steps) {
    monitors.watch(s);
    kernel.step(s, choice);
    states.push(s.join());
  }
  let start = prefix.length;
  const first = cycle.findIndex((choice) => choice >> 8 === context);
  const length = states.indexOf(states[start], start + first + 1) - start;
  while (start > 0 && states[start - 1] === states[start - 1 + length]) start--;
  return { prefix: steps.slice(0, start), cycle: steps.slice(start, start + length) };
}
