import { ClockRead, MOST_WAITING, type Kernel, type StoreBuffers } from '../kernel/index.ts';
import { Assumptions } from './assumptions.ts';
import { counterexampleOf, firstFailure, livelockExample } from './counterexample.ts';
import { deciding, teach, type Decided, type DecideOptions } from './decide.ts';
import { flushed } from './flushed.ts';
import { DEFAULT_LIMITS, LimitReached, type Limits } from './limits.ts';
import { Interchangeable } from './interchangeable.ts';
import { livelock } from './livelock.ts';
import { copy } from './macroStep.ts';
import { minimizing } from './minimize.ts';
import { Monitors } from './monitors.ts';
import { outcomes } from './outcomes.ts';
import type { PropertySet } from './properties.ts';
import { ALL, type Reductions } from './reductions.ts';
import { MOST_WORDS, type World } from './search.ts';
import { Cancelled, finish, type Slices } from './slices.ts';
import type { Verdict } from './verdict.ts';

export interface ExploreOptions extends Partial<Omit<DecideOptions, 'reductions'>> {
  readonly properties: PropertySet;
  readonly limits?: Partial<Limits>;
  /** All, unless one is switched off. */
  readonly reductions?: Partial<Reductions>;
  /** So many states are looked at without symmetry first; a program that has no more keeps that count. None unless said otherwise. */
  readonly plain?: number;
  /** Whether to look for the least counterexample; true unless said otherwise. */
  readonly minimize?: boolean;
}

/**
 * Decides a program by its state graph: all states that any schedule can reach.
 * `initial` is the state at the end of setup; it is not changed.
 */
export const exploreGraph = (kernel: Kernel, initial: Int32Array, options: ExploreOptions): Verdict =>
  finish(exploringGraph(kernel, initial, options), options);

/** The same in slices. */
export function* exploringGraph(
  kernel: Kernel,
  initial: Int32Array,
  options: ExploreOptions,
): Slices<Verdict> {
  const world = worldOf(kernel, initial, options.properties, options.limits);
  const stop = world.monitors.listen();
  try {
    return yield* whateverTheClock(() =>
      kernel.buffers ? exploreBuffered(world, kernel.buffers, options) : exploringOnce(world, options),
    );
  } finally {
    stop();
  }
}

/** Begins again where somebody reads the clock: from then on states remember the time. */
export function* whateverTheClock<T>(explore: () => Slices<T>): Slices<T> {
  for (;;) {
    try {
      return yield* explore();
    } catch (error) {
      if (!(error instanceof ClockRead)) throw error;
    }
  }
}

/**
 * First as if every store were seen at once: what goes wrong there goes wrong on every machine. What holds there is explored with
 * buffers.
 */
function* exploreBuffered(world: World, buffers: StoreBuffers, options: ExploreOptions): Slices<Verdict> {
  const atOnce = yield* exploreWithout(world, buffers, options);
  if (atOnce.verdict !== 'holds') return flushed(world.kernel, world.initial, atOnce);
  const verdict = yield* exploringOnce(world, options);
  if (verdict.verdict !== 'holds' || !buffers.wasFull) return { ...verdict, memory: 'tso' };
  return { ...verdict, verdict: 'inconclusive', bound: 'store-buffer', limit: MOST_WAITING, memory: 'tso' };
}

function* exploreWithout(world: World, buffers: StoreBuffers, options: ExploreOptions): Slices<Verdict> {
  buffers.on = false;
  try {
    return yield* exploringOnce(world, options);
  } finally {
    buffers.on = true;
  }
}

/** A program with what is asked of it. */
export function worldOf(
  kernel: Kernel,
  initial: Int32Array,
  properties: PropertySet,
  limits: Partial<Limits> = {},
): World {
  const monitors = new Monitors(
    kernel,
    properties.properties.filter((p) => p.kind === 'monitor'),
  );
  const start = new Int32Array(MOST_WORDS);
  copy(initial, start, Math.min(initial.length, MOST_WORDS));
  monitors.begin(start);
  const clients = kernel.contexts.filter((c) => c.kind === 'client');
  const assumptions = new Assumptions(kernel);
  return {
    kernel,
    initial: start,
    clients,
    properties,
    monitors,
    assumptions,
    interchangeable: new Interchangeable(kernel, clients, start, { ...properties, assumptions }),
    limits: { ...DEFAULT_LIMITS, ...limits },
  };
}

/** One exploration of the machine as it stands: with its buffers, if they are on. Throws ClockRead. */
export const exploreOnce = (world: World, options: ExploreOptions): Verdict =>
  finish(exploringOnce(world, options), options);

/** Without symmetry where few states are all there are: their count is one that a reader can follow. */
function* decidingPlainly(world: World, options: DecideOptions, few: number): Slices<Decided> {
  if (few === 0 || !options.reductions.symmetry) return yield* deciding(world, options);
  // one lesson for both: what is known of a small world is known of the whole
  teach(world, options.lesson);
  const taught = { ...options, lesson: 0 };
  const small = { ...world, limits: { ...world.limits, states: Math.min(few, world.limits.states) } };
  const reductions = { ...options.reductions, symmetry: false };
  const decided = yield* deciding(small, { ...taught, reductions });
  const { stopped } = decided;
  if (!(stopped instanceof LimitReached && stopped.bound === 'states')) return decided;
  return yield* deciding(world, taught);
}

function* exploringOnce(world: World, options: ExploreOptions): Slices<Verdict> {
  const reductions = { ...ALL, ...options.reductions };
  const decided = yield* decidingPlainly(
    world,
    { ...options, reductions, all: options.all ?? false },
    options.plain ?? 0,
  );
  const { search, stopped } = decided;
  const counts = {
    states: search.pool.size,
    edges: search.graph.targets.length,
    questions: options.questions?.() ?? 0,
    outcomes: outcomes(search),
  };
  // what was found before a limit is found; that nothing else hangs is known of a whole graph only
  const cutOff = stopped instanceof LimitReached && decided.findings.length > 0 ? undefined : stopped;
  const first = cutOff ?? firstFailure(decided);
  if (first instanceof LimitReached) {
    const { bound, limit, place } = first;
    return { ...counts, verdict: 'inconclusive', bound, limit, ...(place !== undefined && { place }) };
  }
  if (first instanceof Cancelled) return { ...counts, verdict: 'cancelled' };
  if (!first) {
    const circle = options.properties.properties.some(({ kind }) => kind === 'livelock') && livelock(search);
    if (!circle) return { ...counts, verdict: 'holds' };
    return { ...counts, verdict: 'fails', counterexample: livelockExample(search, circle) };
  }
  try {
    const least =
      options.minimize === false ? undefined : yield* minimizing(world, reductions, first.wanted, options);
    const counterexample = counterexampleOf(world, least ?? first, least !== undefined);
    return { ...counts, verdict: 'fails', counterexample };
  } catch (error) {
    if (error instanceof Cancelled) return { ...counts, verdict: 'cancelled' };
    if (!(error instanceof LimitReached)) throw error;
    return { ...counts, verdict: 'fails', counterexample: counterexampleOf(world, first, false) };
  }
}
