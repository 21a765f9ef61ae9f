/** A program as text: the scenario's file, the learner's files, helpers. Paths are relative, e.g. `disk.ts`, `scenarios/two-readers.ts`. */
export interface Program {
  readonly files: Readonly<Record<string, string>>;
  /** The scenario's file; its default export is a `scenario({...})`. */
  readonly scenario: string;
  /** Files that came with the course. Everything else is a learner's, and is refused the scenario-only modules. */
  readonly trusted: readonly string[];
}

export interface Limits {
  readonly states: number;
  readonly questions: number;
  readonly history: number;
  readonly replayedEffects: number;
  /** QuickJS interrupt ticks a question. */
  readonly fuel: number;
  /** Steps of one simulated run. */
  readonly steps: number;
}

/** Why a program could not be run at all, or broke off: data for `messages`. */
export interface ProgramError {
  readonly status:
    | 'compile-error'
    | 'policy-error'
    | 'runtime-error'
    | 'fuel-exceeded'
    | 'memory-exceeded'
    | 'effect-violation'
    | 'stateful'
    | 'too-many-histories';
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}
