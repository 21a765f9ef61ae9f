import { canStep, enabled, isDone, isFlush, type PackedChoice } from '../kernel/index.ts';
import { Monitors } from '../explore/monitors.ts';
import { describe } from '../trace/describe.ts';
import { divergenceText } from './divergenceText.ts';
import { failureAt, failureAtEnd } from './failureAt.ts';
import type { Move, RunReport } from './protocol.ts';
import type { Divergence } from './replay.ts';
import { tokenOf, type Simulation } from './simulate.ts';
import { summarize } from './summarize.ts';
import type { World } from './world.ts';

/** One run made ready to show. */
export function reportRun(world: World, run: Simulation, divergence?: Divergence): RunReport {
  const failure = firstFailure(world, run);
  const { kernel: k } = world;
  const clients = k.contexts.filter((c) => c.kind === 'client');
  const finished = clients.every((c) => isDone(run.state, c));
  const moves = run.stopped && !failure ? movesOf(world, run.state) : [];
  const ended = failure ? 'failed' : moves.length > 0 ? 'open' : finished ? 'finished' : 'stuck';
  return {
    trace: run.recorder.trace(run.state, tokenOf(world.name, run)),
    ended,
    moves,
    ...(failure && { failure }),
    ...(divergence && { divergedAt: divergence.step, divergence: divergenceText(world, divergence) }),
  };
}

/** The first thing that went wrong in a run, and at which step. */
function firstFailure(world: World, run: Simulation): RunReport['failure'] {
  const { kernel: k, properties } = world;
  const monitors = new Monitors(
    k,
    properties.properties.filter((p) => p.kind === 'monitor'),
  );
  const s = world.initial.slice();
  monitors.begin(s);
  monitors.watch(s);
  const found = monitors.during(() => {
    for (let step = 0; step <= run.schedule.length; step++) {
      if (step > 0) k.step(s, run.schedule[step - 1] ?? 0);
      const failure = failureAt(world, s, monitors);
      if (failure) return { kind: failure.kind, summary: summarize(world, failure, s), step };
    }
    return undefined;
  });
  if (found) return found;
  const failure = run.stopped ? undefined : failureAtEnd(world, s);
  return failure && { kind: failure.kind, summary: summarize(world, failure, s), step: run.schedule.length };
}

/** What can move next, for a person to choose from. */
function movesOf(world: World, s: Int32Array): Move[] {
  const { kernel: k } = world;
  const choices: PackedChoice[] = [];
  enabled(k, s, choices);
  return choices.map((choice) => {
    const c = k.contexts[choice >> 8];
    if (!c) throw new Error(`internal bug: no context ${choice >> 8}`);
    const { effect, object } = describe(k, s, c, choice & 255);
    const at = canStep(k, s, c) && !isFlush(choice) ? k.where(s, c)[0] : undefined;
    return {
      context: c.name,
      alternative: choice & 255,
      effect,
      ...(object !== undefined && { object }),
      ...(at && { file: at.file, line: at.line }),
    };
  });
}
