import type { Kernel } from '../../kernel/index.ts';
import { worldOf } from '../explore.ts';
import { exampleOf } from '../leads.ts';
import { limitQuestions, LimitReached, type Limits } from '../limits.ts';
import type { PropertySet } from '../properties.ts';
import type { RunsVerdict } from '../runsVerdict.ts';
import type { World } from '../search.ts';
import { Cancelled, finish, type Pace, type Slices } from '../slices.ts';
import type { Verdict } from '../verdict.ts';
import { exploringTraces } from './dpor.ts';
import { Findings } from './findings.ts';
import { leastPreemptions } from './preemptions.ts';
import { Refused } from './refused.ts';
import type { Run } from './run.ts';

const MOST_TRACES = 1_000_000;
const LONGEST_RUN = 10_000;

export interface ExploreDporOptions extends Pace {
  readonly properties: PropertySet;
  readonly limits?: Partial<Limits>;
  readonly traces?: number;
  /** The longest run, in steps. */
  readonly steps?: number;
  /** Only what needs at most so many preemptions. */
  readonly boundPreemptions?: number;
  /** Whether the first failure is enough: nothing is counted to the end then. */
  readonly untilFailure?: boolean;
  questions?(): number;
}

/**
 * Decides a program by one run of each of its Mazurkiewicz traces: hangs, panics, races, outcomes and what must hold in final states, but
 * nothing about states on the way (`refuseProperties`). It goes on after a failure, so that counts are those of the whole program.
 * `initial` is the state at the end of setup; it is not changed.
 */
export const exploreDpor = (kernel: Kernel, initial: Int32Array, options: ExploreDporOptions): RunsVerdict =>
  finish(exploringDpor(kernel, initial, options), options);

/** The same in slices. */
export function* exploringDpor(
  kernel: Kernel,
  initial: Int32Array,
  options: ExploreDporOptions,
): Slices<RunsVerdict> {
  const world = worldOf(kernel, initial, options.properties, options.limits);
  const looked = new Looked(world, options);
  try {
    refuseProperties(world);
    const { redundant } = yield* exploringTraces(world, {
      steps: options.steps ?? LONGEST_RUN,
      onRun: (run) => looked.at(run),
    });
    return looked.verdict(redundant);
  } catch (error) {
    const stopped = error instanceof Refused || error instanceof LimitReached || error instanceof Cancelled;
    if (!stopped) throw error;
    return looked.verdict(0, error);
  }
}

/** Orders that differ only in states on the way are explored once: what must hold there would not be looked at in all of them. */
export function refuseProperties({ kernel, properties, monitors }: World): void {
  if (kernel.options.memory === 'tso') throw new Refused('tso');
  if (monitors.any) throw new Refused('monitors');
  if (properties.properties.some(({ kind }) => kind === 'state')) throw new Refused('state-properties');
}

/** What was seen of the runs so far. */
class Looked {
  readonly #world: World;
  readonly #options: ExploreDporOptions;
  readonly #findings: Findings;
  /** By number of preemptions: how many traces need that many. */
  readonly #needing: number[] = [];
  #runs = 0;

  constructor(world: World, options: ExploreDporOptions) {
    this.#world = world;
    this.#options = options;
    this.#findings = new Findings(world);
  }

  at(run: Run): boolean {
    const { boundPreemptions: most, traces = MOST_TRACES, questions, untilFailure = false } = this.#options;
    limitQuestions(this.#world.limits, questions);
    if (this.#runs === traces) throw new LimitReached('traces', traces);
    this.#runs++;
    const needs = most === undefined ? 0 : leastPreemptions(this.#world, run, most);
    if (needs === undefined) return false;
    this.#needing[needs] = (this.#needing[needs] ?? 0) + 1;
    this.#findings.see(run);
    return untilFailure && this.#findings.leads.length > 0;
  }

  verdict(redundant: number, stopped?: Refused | LimitReached | Cancelled): RunsVerdict {
    const { boundPreemptions: most } = this.#options;
    const { leads, outcomes, deadlocked } = this.#findings;
    let sum = 0;
    const byPreemptions = Array.from({ length: (most ?? 0) + 1 }, (_, i) => (sum += this.#needing[i] ?? 0));
    const races = leads.filter(({ failure }) => failure.kind === 'data-race');
    return {
      engine: 'dpor',
      runs: most === undefined ? this.#runs : sum,
      redundant,
      deadlocks: deadlocked,
      races: [...new Set(races.map(({ failure }) => String(failure.data['cell'])))],
      ...(most !== undefined && { byPreemptions }),
      ...(stopped instanceof Refused && { refused: stopped.code }),
      verdict: {
        states: 0,
        edges: 0,
        questions: this.#options.questions?.() ?? 0,
        outcomes,
        ...this.#decision(leads.length > 0, stopped),
      },
    };
  }

  #decision(fails: boolean, stopped: Refused | LimitReached | Cancelled | undefined): Decision {
    // a failure is one, whatever else there is
    if (fails && !(stopped instanceof Cancelled)) {
      return { verdict: 'fails', counterexample: exampleOf(this.#world, this.#findings.leads) };
    }
    if (!stopped) return { verdict: 'holds' };
    if (stopped instanceof Cancelled) return { verdict: 'cancelled' };
    if (stopped instanceof Refused)
      return { verdict: 'inconclusive', bound: 'steps', limit: stopped.limit ?? 0 };
    return { verdict: 'inconclusive', bound: stopped.bound, limit: stopped.limit };
  }
}

type Decision = Verdict extends infer V
  ? V extends Verdict
    ? Omit<V, 'states' | 'edges' | 'questions' | 'outcomes' | 'memory'>
    : never
  : never;
