import type { Progress } from '../explore/verdict.ts';
import type { Realm } from '../guest/index.ts';
import { exploreWith, type HowToExplore } from './exploreWith.ts';
import { exploreWorld } from './exploreWorld.ts';
import { gradeSubmission } from './grade.ts';
import { LIMITS } from './limits.ts';
import type {
  EngineChoice,
  EngineReport,
  ExerciseFiles,
  GradeRecord,
  Limits,
  Program,
  RunReport,
  VerdictReport,
} from './protocol.ts';
import { follow } from './replay.ts';
import { reportRun } from './reportRun.ts';
import { seeded, simulate, stepByStep } from './simulate.ts';
import { openWorld, type World } from './world.ts';

/** Makes an empty realm for one program. */
export type MakeRealm = (limits: Limits) => Promise<Realm>;

export interface ExploreOptions {
  readonly limits?: Partial<Limits>;
  readonly onProgress?: (progress: Progress) => void;
}

/** A choice as a person names it. */
export interface NamedChoice {
  readonly context: string;
  readonly alternative: number;
}

/**
 * Runs and explores programs; every question gets a realm of its own.
 *
 * `run`, `step` and `replay` reject with a ProgramFault where the program cannot be run; `explore` and `grade` report it.
 */
export class Engine {
  readonly #makeRealm: MakeRealm;

  constructor(makeRealm: MakeRealm) {
    this.#makeRealm = makeRealm;
  }

  /** One schedule, chosen by a seed. */
  run(program: Program, { seed }: { readonly seed: number }): Promise<RunReport> {
    return this.#in(program, LIMITS, (world) =>
      reportRun(world, simulate(world.kernel, world.initial, seeded(seed), LIMITS.steps)),
    );
  }

  /** The run after these choices, and what can move next. */
  step(program: Program, choices: readonly NamedChoice[]): Promise<RunReport> {
    return this.#in(program, LIMITS, (world) =>
      reportRun(world, simulate(world.kernel, world.initial, stepByStep(choices), LIMITS.steps)),
    );
  }

  /** The schedule that a token names, as far as the program still has it. */
  replay(program: Program, token: string): Promise<RunReport> {
    return this.#in(program, LIMITS, (world) => {
      const following = follow(world.kernel, token);
      const run = simulate(world.kernel, world.initial, following.schedule, LIMITS.steps);
      if (!run.stopped) following.end(world.kernel, run.state);
      return reportRun(world, run, following.divergence);
    });
  }

  /** All schedules. */
  async explore(program: Program, options: ExploreOptions = {}): Promise<VerdictReport> {
    const limits = { ...LIMITS, ...options.limits };
    return exploreWorld(() => this.#makeRealm(limits), program, limits, options.onProgress);
  }

  /** The schedules of a program as one engine sees them. */
  async exploreWith(
    program: Program,
    choice: EngineChoice,
    options: ExploreOptions & Pick<HowToExplore, 'graph' | 'engines'> = {},
  ): Promise<EngineReport> {
    const limits = { ...LIMITS, ...options.limits };
    return exploreWith(() => this.#makeRealm(limits), program, { ...options, limits, choice });
  }

  /** All scenarios of an exercise: the same record, byte for byte, wherever it is made. */
  grade(
    exercise: ExerciseFiles,
    files: Readonly<Record<string, string>>,
    options: Pick<ExploreOptions, 'onProgress'> = {},
  ): Promise<GradeRecord> {
    return gradeSubmission(this, exercise, files, options);
  }

  async #in<T>(program: Program, limits: Limits, use: (world: World) => T): Promise<T> {
    const realm = await this.#makeRealm(limits);
    try {
      return use(openWorld(realm, program, limits));
    } finally {
      realm.dispose();
    }
  }
}
