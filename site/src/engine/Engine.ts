import type {
  EngineReply,
  EngineReport,
  EngineRequest,
  ExerciseFiles,
  GradeRecord,
  Program,
  ProgramError,
  RunReport,
} from 'workloop/run';

/** How far the engine is, and for how many milliseconds it has been at work. */
export type Progress = Extract<EngineReply, { type: 'progress' }>['progress'] & { readonly elapsed: number };
export type OnProgress = (progress: Progress) => void;

/** How to explore: with which engine, how far, and whether a picture of a small state graph is wanted. */
export type Exploration = Pick<Extract<EngineRequest, { do: 'explore' }>, 'limits' | 'choice' | 'graph'>;

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
  explore(program: Program, how?: Exploration, onProgress?: OnProgress): Promise<EngineReport>;
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
