import type {
  EngineChoice,
  EngineReport,
  ExerciseFiles,
  GradeRecord,
  Limits,
  Program,
  ProgramError,
  RunReport,
} from 'workloop/run';

type Files = Readonly<Record<string, string>>;

/** What a child may be asked: one job a child. */
export type Job =
  | { readonly do: 'grade'; readonly exercise: ExerciseFiles; readonly files: Files }
  | { readonly do: 'check'; readonly exercise: ExerciseFiles; readonly files: Files }
  | {
      readonly do: 'explore';
      readonly program: Program;
      readonly choice: EngineChoice;
      readonly limits?: Partial<Limits>;
    }
  | { readonly do: 'replay'; readonly program: Program; readonly token: string }
  | { readonly do: 'probe'; readonly file: string };

/** What it answers. */
export interface Replies {
  readonly grade: { readonly record: GradeRecord };
  /** The record, and the run of every failure in it, by scenario. */
  readonly check: { readonly record: GradeRecord; readonly runs: Readonly<Record<string, RunReport>> };
  readonly explore: { readonly report: EngineReport };
  readonly replay: { readonly report: RunReport } | { readonly error: ProgramError };
  readonly probe: Probe;
}

/** What the child found that it can do: all but `engine` should be false. */
export interface Probe {
  /** QuickJS ran a program. */
  readonly engine: boolean;
  readonly read: boolean;
  readonly write: boolean;
  readonly spawn: boolean;
  readonly network: boolean;
  /** Names of the environment's variables. */
  readonly environment: readonly string[];
}
