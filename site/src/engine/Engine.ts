import type {
  EngineReply,
  ExerciseFiles,
  GradeRecord,
  Limits,
  Program,
  ProgramError,
  RunReport,
  VerdictReport,
} from 'workloop/run';

export type Progress = Extract<EngineReply, { type: 'progress' }>['progress'];
export type OnProgress = (progress: Progress) => void;

/** One step chosen by hand. */
export interface Choice {
  readonly context: string;
  readonly alternative: number;
}

/** What the page asks of the engine. Every question may reject with a ProgramRefused or an EngineFault. */
export interface Engine {
  run(program: Program, seed: number): Promise<RunReport>;
  /** The run after these choices, and what can move next. */
  step(program: Program, schedule: readonly Choice[]): Promise<RunReport>;
  replay(program: Program, token: string): Promise<RunReport>;
  explore(program: Program, limits?: Partial<Limits>, onProgress?: OnProgress): Promise<VerdictReport>;
  grade(
    exercise: ExerciseFiles,
    files: Readonly<Record<string, string>>,
    onProgress?: OnProgress,
  ): Promise<GradeRecord>;
  /** Ends the engine: all that is under way rejects, and nothing more can be asked. */
  stop(reason: string): void;
}

/** The program could not be run, or broke off: data for `messages`. */
export class ProgramRefused extends Error {
  readonly error: ProgramError;

  constructor(error: ProgramError) {
    super(error.code);
    this.error = error;
  }
}

/** The engine itself failed or was stopped; `message` is for whoever repairs it. */
export class EngineFault extends Error {}
