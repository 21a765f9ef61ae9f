import type {
  ExerciseFiles,
  GradeRecord,
  Limits,
  Program,
  ProgramError,
  RunReport,
  VerdictReport,
  EngineReply,
} from 'workloop/run';

export type Progress = Extract<EngineReply, { type: 'progress' }>['progress'];

export interface Choice {
  readonly context: string;
  readonly alternative: number;
}

/** What can be told to a long question while it runs. */
export interface Watching {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** What the page asks of the engine. Every question may reject with a ProgramRefused or an EngineFault. */
export interface Engine {
  run(program: Program, seed: number, watching?: Watching): Promise<RunReport>;
  /** The run after these choices, and what can move next. */
  step(program: Program, schedule: readonly Choice[], watching?: Watching): Promise<RunReport>;
  replay(program: Program, token: string, watching?: Watching): Promise<RunReport>;
  explore(program: Program, limits?: Partial<Limits>, watching?: Watching): Promise<VerdictReport>;
  grade(
    exercise: ExerciseFiles,
    files: Readonly<Record<string, string>>,
    watching?: Watching,
  ): Promise<GradeRecord>;
}

/** The program could not be run, or broke off: data for `messages`. */
export class ProgramRefused extends Error {
  constructor(readonly error: ProgramError) {
    super(error.code);
  }
}

/** The engine itself failed; `message` is for whoever repairs it. */
export class EngineFault extends Error {}
