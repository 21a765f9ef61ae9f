import { canStep, enabled, inMidCall, isMayStep, type Kernel, type PackedChoice } from '../kernel/index.ts';
import { random } from '../explore/random.ts';
import type { Choice } from '../explore/verdict.ts';
import { Recorder } from '../trace/recorder.ts';
import { formatToken, type TokenStep } from './token.ts';
import { tokenStep } from './tokenStep.ts';
import type { World } from './world.ts';

/** Says which of the enabled choices is taken next; undefined stops the run. */
export type Scheduler = (
  k: Kernel,
  s: Int32Array,
  choices: readonly PackedChoice[],
) => PackedChoice | undefined;

/** One run, as it went. */
export interface Simulation {
  readonly recorder: Recorder;
  readonly state: Int32Array;
  readonly schedule: readonly PackedChoice[];
  readonly steps: readonly TokenStep[];
  /** The scheduler stopped it although something could move. */
  readonly stopped: boolean;
}

/** Runs one schedule from a state, at most `limit` steps. */
export function simulate(k: Kernel, initial: Int32Array, schedule: Scheduler, limit: number): Simulation {
  // One run compares no states: they may as well know the time.
  k.readsClock = true;
  const state = initial.slice();
  const recorder = new Recorder(k);
  const taken: PackedChoice[] = [];
  const steps: TokenStep[] = [];
  const choices: PackedChoice[] = [];
  while (enabled(k, state, choices) > 0 && taken.length < limit) {
    const choice = schedule(k, state, choices);
    if (choice === undefined) return { recorder, state, schedule: taken, steps, stopped: true };
    steps.push(tokenStep(k, state, choice));
    recorder.step(state, choice);
    taken.push(choice);
  }
  return { recorder, state, schedule: taken, steps, stopped: choices.length > 0 };
}

/** The token of a run. */
export const tokenOf = (scenario: string, run: Simulation): string =>
  formatToken({ scenario, steps: run.steps });

/** The token of a schedule. */
export function tokenAlong({ name, kernel, initial }: World, schedule: readonly Choice[]): string {
  kernel.readsClock = true;
  const s = initial.slice();
  const steps = schedule.map(({ context, alternative }) => {
    const choice = (context << 8) | alternative;
    const step = tokenStep(kernel, s, choice);
    kernel.step(s, choice);
    return step;
  });
  return formatToken({ scenario: name, steps });
}

/** A random schedule that switches now and then, as a processor would; what only might happen seldom does. */
export function seeded(seed: number): Scheduler {
  const next = random(seed);
  let last = -1;
  return (k, s, choices) => {
    const stay = choices.find((c) => c >> 8 === last);
    const context = k.contexts[last];
    if (stay !== undefined && context && inMidCall(s, context) && canStep(k, s, context) && next() < 0.6)
      return stay;
    const likely = choices.filter((c) => !isMayStep(k, s, c) || next() < 0.2);
    const among = likely.length > 0 ? likely : choices;
    const choice = among[Math.floor(next() * among.length)];
    last = (choice ?? 0) >> 8;
    return choice;
  };
}

/** The given choices, then a stop. */
export function scripted(script: readonly PackedChoice[]): Scheduler {
  let at = 0;
  return () => script[at++];
}

/** Choices that a person named, one by one, then a stop. */
export function stepByStep(
  choices: readonly { readonly context: string; readonly alternative: number }[],
): Scheduler {
  let at = 0;
  return (k, _s, possible) => {
    const wanted = choices[at++];
    return possible.find(
      (c) => k.contexts[c >> 8]?.name === wanted?.context && (c & 255) === wanted?.alternative,
    );
  };
}
