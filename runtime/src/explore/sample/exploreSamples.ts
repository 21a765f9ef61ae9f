import { enabled, isMayStep, layout as L, type Kernel, type PackedChoice } from '../../kernel/index.ts';
import { Checks } from '../checks.ts';
import { worldOf } from '../explore.ts';
import { exampleOf, type Lead } from '../leads.ts';
import { limitQuestions, LimitReached, type Limits } from '../limits.ts';
import { copy } from '../macroStep.ts';
import { Outcomes } from '../outcomes.ts';
import type { PropertySet } from '../properties.ts';
import { random } from '../random.ts';
import { endsWell } from '../runEnd.ts';
import type { RunsVerdict } from '../runsVerdict.ts';
import { MOST_WORDS, type World } from '../search.ts';
import { Cancelled, finish, type Pace, type Slices } from '../slices.ts';
import type { Failure } from '../verdict.ts';
import { Pct } from './pct.ts';
import { Pos } from './pos.ts';
import type { Strategy } from './strategy.ts';
import { Walk } from './walk.ts';

const LONGEST_RUN = 10_000;
const OFTEN = 256;

/** How schedules are chosen: a random walk, PCT, partial order sampling. */
export type StrategyName = 'walk' | 'pct' | 'pos';

export interface ExploreSamplesOptions extends Pace {
  readonly properties: PropertySet;
  readonly limits?: Partial<Limits>;
  /** How many runs. */
  readonly samples: number;
  readonly seed: number;
  /** They take turns; all, if left out. */
  readonly strategies?: readonly StrategyName[];
  /** The depth of bug that PCT looks for; 3, if left out. */
  readonly depth?: number;
  /** The longest run, in steps. */
  readonly steps?: number;
  questions?(): number;
}

/** Looks for failures in runs chosen at random, the same ones for the same seed; it stops at the first failure. */
export function exploreSamples(
  kernel: Kernel,
  initial: Int32Array,
  options: ExploreSamplesOptions,
): RunsVerdict {
  // one run compares no states: they may as well know the time
  kernel.readsClock = true;
  const world = worldOf(kernel, initial, options.properties, options.limits);
  return world.monitors.during(() => finish(new Sampling(world, options).verdict(), options));
}

class Sampling {
  readonly #world: World;
  readonly #options: ExploreSamplesOptions;
  readonly #checks: Checks;
  readonly #outcomes: Outcomes;
  readonly #strategies: readonly Strategy[];
  readonly #s = new Int32Array(MOST_WORDS);
  readonly #choices: PackedChoice[] = [];
  #schedule: PackedChoice[] = [];
  #lead: Lead | undefined;
  #longest = 1;
  #runs = 0;

  constructor(world: World, options: ExploreSamplesOptions) {
    const { strategies = ['walk', 'pct', 'pos'], depth = 3 } = options;
    this.#world = world;
    this.#options = options;
    this.#checks = new Checks(world.kernel, world);
    this.#outcomes = new Outcomes(world);
    const make = {
      walk: () => new Walk(),
      pct: () => new Pct(depth),
      pos: () => new Pos(world.kernel),
    };
    this.#strategies = strategies.map((name) => make[name]());
  }

  *verdict(): Slices<RunsVerdict> {
    const stopped = yield* this.#takeAll();
    const lead = this.#lead;
    const { samples, questions } = this.#options;
    const base = { states: 0, edges: 0, questions: questions?.() ?? 0, outcomes: this.#outcomes.all };
    const counts = {
      engine: 'sample',
      runs: this.#runs,
      redundant: 0,
      deadlocks: lead?.failure.kind === 'deadlock' ? 1 : 0,
      races: lead?.failure.kind === 'data-race' ? [String(lead.failure.data['cell'])] : [],
    } as const;
    if (lead) {
      const counterexample = exampleOf(this.#world, [lead]);
      const memory = this.#world.kernel.buffers && ({ memory: 'tso' } as const);
      return { ...counts, verdict: { ...base, verdict: 'fails', counterexample, ...memory } };
    }
    if (stopped instanceof Cancelled) return { ...counts, verdict: { ...base, verdict: 'cancelled' } };
    const { bound, limit } = stopped ?? { bound: 'samples', limit: samples };
    return { ...counts, verdict: { ...base, verdict: 'inconclusive', bound, limit } };
  }

  *#takeAll(): Slices<LimitReached | Cancelled | undefined> {
    const { samples, seed, questions } = this.#options;
    const next = random(seed);
    try {
      while (this.#runs < samples && !this.#lead) {
        limitQuestions(this.#world.limits, questions);
        const strategy = this.#strategies[this.#runs % this.#strategies.length];
        strategy.begin(next, this.#longest);
        this.#take(strategy);
        this.#longest = Math.max(this.#longest, this.#schedule.length);
        if (++this.#runs % OFTEN > 0) continue;
        yield { states: 0, frontier: 0, traces: this.#runs };
      }
    } catch (error) {
      if (error instanceof LimitReached || error instanceof Cancelled) return error;
      throw error;
    }
    return undefined;
  }

  /** One run, to its end, to a failure, or until it is too long to tell. */
  #take(strategy: Strategy): void {
    const { kernel: k, initial, monitors } = this.#world;
    const s = this.#s;
    copy(initial, s, k.records.width);
    s.fill(0, k.records.width);
    this.#schedule = [];
    for (let steps = 0; steps <= (this.#options.steps ?? LONGEST_RUN); steps++) {
      this.#checks.state(s, this.#found);
      if (this.#lead || s[L.FAILED] !== 0) return;
      enabled(k, s, this.#choices);
      if (this.#choices.every((choice) => isMayStep(k, s, choice))) {
        if (endsWell(this.#world, s, this.#checks, this.#found)) this.#outcomes.add(s, () => this.#schedule);
        return;
      }
      const choice = strategy.choose(k, s, this.#choices);
      this.#schedule.push(choice);
      monitors.watch(s);
      k.step(s, choice);
      if (k.records.width > MOST_WORDS) throw new LimitReached('names', MOST_WORDS);
    }
  }

  readonly #found = (failure: Failure): void => {
    this.#lead ??= { failure, schedule: [...this.#schedule] };
  };
}
