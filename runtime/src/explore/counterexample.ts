import { costOf } from './cost.ts';
import { cycleThrough } from './cycle.ts';
import type { Decided } from './decide.ts';
import { isMay } from './graph.ts';
import { hangs, type Hang } from './hangs.ts';
import { lateFlushes } from './lateFlushes.ts';
import type { Livelock } from './livelock.ts';
import type { Wanted } from './minimize.ts';
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

/** What a decision found first, and what a search for a shorter way should look for. */
export function firstFailure({
  search,
  findings,
}: Decided): (Found & { readonly wanted: Wanted }) | undefined {
  const [finding] = findings;
  if (finding) {
    const { failure, state } = finding;
    const wanted = { failure, still: false };
    return { failure, steps: stepsToFinding(search, finding), search, state, wanted };
  }
  const all = hangs(search);
  const [hang] = all;
  if (!hang) return undefined;
  const still = all.every(({ states }) => states.length === 1 && !moves(search, states[0]));
  const { failure, states } = hang;
  const [state] = states;
  return { failure, steps: stepsTo(search, state), search, hang, state, wanted: { failure, still } };
}

function moves({ graph }: Search, state: number): boolean {
  for (let e = graph.first(state); e < graph.end(state); e++) if (!isMay(graph.labels.data[e])) return true;
  return false;
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
