import type { Limits, Program, ProgramError } from '../effects/program.ts';
import type { Localized, Progress } from '../explore/verdict.ts';
import type { Trace, TraceContext } from '../trace/types.ts';

export type { Limits, Program, ProgramError, Progress };

/** A failure as the page and the command line show it: its sentence in both languages, its trace and its token. */
export interface FailureReport {
  readonly kind: string;
  /** One sentence on what went wrong. */
  readonly summary: Localized;
  readonly preemptions: number;
  readonly switches: number;
  readonly shortest: boolean;
  readonly trace: Trace;
  /** The step at which it goes wrong, from 1. */
  readonly failingStep: number;
  readonly token: string;
}

/** A verdict made ready to show. Everything in it is plain data. */
export interface VerdictReport {
  readonly verdict: 'holds' | 'fails' | 'inconclusive' | 'cancelled' | 'error';
  /** "Holds in all 11,321 states." in both languages. */
  readonly sentence: Localized;
  readonly states: number;
  readonly questions: number;
  readonly failure?: FailureReport;
  readonly error?: ProgramError;
  readonly bound?: string;
  readonly outcomes: readonly OutcomeReport[];
}

/**
 * Who looks at the schedules: `graph`, the state graph; `dpor`, one run of each trace, by optimal DPOR; `sample`, some of them, at
 * random.
 */
export type EngineName = 'graph' | 'dpor' | 'sample';

/**
 * An engine and what it is to do. `portfolio`: the state graph and, where it can decide the program, DPOR take turns; the first to be
 * done answers. It is for looking around, never for grading.
 */
export interface EngineChoice {
  readonly engine: EngineName | 'portfolio';
  /** `graph`: go on after a failure, so that states and outcomes are those of the whole program; `dpor` always does. */
  readonly all?: boolean;
  /** `dpor`: only what needs at most so many preemptions. */
  readonly boundPreemptions?: number;
  /** `sample`: how many runs, and the seed they are drawn with. */
  readonly samples?: number;
  readonly seed?: number;
  /** `sample`: leave out so many of the seed's runs, which somebody else takes; a multiple of 1,000. */
  readonly skip?: number;
}

/** What one engine found. */
export interface EngineReport extends VerdictReport {
  /** Who found it; of a portfolio, who was the first. */
  readonly engine: EngineName;
  /** What the verdict stands for: every schedule, those with few preemptions, one counterexample, or nothing. */
  readonly guarantee: 'every-schedule' | 'preemption-bound' | 'counterexample' | 'none';
  /**
   * `dpor`: how many traces there are, within the bound if there is one; all its runs but the redundant ones. Where it failed in a
   * portfolio, how many it took to fail.
   */
  readonly traces?: number;
  /** `dpor`: runs that were broken off since all they could lead to was explored already. */
  readonly redundant?: number;
  /** `dpor`: how many traces need at most 0, 1, 2, … preemptions, up to the bound. */
  readonly tracesByPreemptions?: readonly number[];
  /** `sample`: how many runs it took. */
  readonly samples?: number;
  /** `dpor`: how many traces end in a deadlock; else 1 if that is what was found. */
  readonly deadlocks: number;
  /** The cells with a data race: all of them by `dpor`, else the one that was found. */
  readonly races: readonly string[];
  /** Why this engine is not for the program. */
  readonly refused?: string;
  /** The stored states, where that was asked for and there are few enough to be drawn. */
  readonly graph?: GraphReport;
}

/** A small state graph; its first node is the start. */
export interface GraphReport {
  /** Who moves in it. */
  readonly contexts: readonly TraceContext[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export interface GraphNode {
  /**
   * What is known of the state. `failing`: something has gone wrong in it. `stuck`: some thread cannot return any more. `final`: every
   * thread has returned and nothing need happen. `open`: anything else.
   */
  readonly kind: 'open' | 'final' | 'stuck' | 'failing';
  /** A shortest way there. */
  readonly token: string;
}

/** One move, of one step or of several that nobody else can tell apart. */
export interface GraphEdge {
  /** Places in `nodes`. */
  readonly from: number;
  readonly to: number;
  /** Who moves. */
  readonly context: string;
  readonly steps: number;
  /** It may happen and need not: a spurious wakeup, an unplug. */
  readonly may: boolean;
}

export interface OutcomeReport {
  readonly results: Readonly<Record<string, readonly string[]>>;
  readonly watched: Readonly<Record<string, string>>;
  /** A run that ends so. */
  readonly token: string;
  /** How many preemptions that run has; there may be one with fewer. */
  readonly preemptions: number;
}

/** What one context could do next, for Step by hand. */
export interface Move {
  readonly context: string;
  /** Which alternative, where there are several (whom to wake). */
  readonly alternative: number;
  /** The pending effect, e.g. `store`, and what it is about. */
  readonly effect: string;
  readonly object?: string;
  readonly file?: string;
  readonly line?: number;
}

/** One run. */
export interface RunReport {
  readonly trace: Trace;
  /** How it ended: everyone returned, nobody can move, a failure, or more steps to choose. */
  readonly ended: 'finished' | 'stuck' | 'failed' | 'open' | 'steps';
  /** What can move next; empty unless `open`. */
  readonly moves: readonly Move[];
  /** What went wrong in this run (panic, race, property), if something did. */
  readonly failure?: { readonly kind: string; readonly summary: Localized; readonly step: number };
  /** Set where a token's program has changed since: the first step that no longer matched. */
  readonly divergedAt?: number;
  /** What the token wanted there, and what the program does instead. */
  readonly divergence?: Localized;
}

/** Page → worker. `id` pairs answers with questions. To cancel is to end the worker and start another. */
export type EngineRequest = { readonly id: number } & (
  | { readonly do: 'run'; readonly program: Program; readonly seed: number }
  | {
      readonly do: 'step';
      readonly program: Program;
      readonly schedule: readonly { readonly context: string; readonly alternative: number }[];
    }
  | { readonly do: 'replay'; readonly program: Program; readonly token: string }
  | {
      readonly do: 'explore';
      readonly program: Program;
      readonly limits?: Partial<Limits>;
      /** The state graph, if left out. */
      readonly choice?: EngineChoice;
      /** The engines' own script, for any other choice. */
      readonly engines?: string;
      /** Whether a small state graph is wanted too. */
      readonly graph?: boolean;
    }
  | {
      readonly do: 'grade';
      readonly exercise: ExerciseFiles;
      readonly files: Readonly<Record<string, string>>;
    }
);

/** Worker → page. */
export type EngineReply =
  | {
      readonly id: number;
      readonly type: 'progress';
      readonly progress: Progress & { readonly scenario?: string };
    }
  | { readonly id: number; readonly type: 'run'; readonly report: RunReport }
  | { readonly id: number; readonly type: 'verdict'; readonly report: EngineReport }
  | { readonly id: number; readonly type: 'record'; readonly record: GradeRecord }
  | { readonly id: number; readonly type: 'error'; readonly error: ProgramError }
  | { readonly id: number; readonly type: 'fault'; readonly message: string };

/** An exercise as `grade` takes it: exercise.json and the texts of its scenarios and helpers. */
export interface ExerciseFiles {
  readonly id: string;
  /** What the learner hands in: a program, if left out, or replay tokens for the program that is given. */
  readonly kind?: 'schedule';
  readonly version: number;
  /** Files the learner hands in. */
  readonly edit: readonly string[];
  readonly scenarios: readonly {
    readonly id: string;
    readonly file: string;
    readonly points: number;
    readonly title: Localized;
    /** The kind of failure that a schedule must lead to; in kind `schedule` only. */
    readonly expects?: string;
  }[];
  /** Scenario files and read-only helpers, by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly limits?: Partial<Limits>;
}

export type GradeStatus =
  'pass' | 'fail' | 'inconclusive' | ProgramError['status'] | 'system-error' | 'system-timeout';

/** What a record keeps of a scenario's verdict; the trace is had again from the token. */
export interface ScenarioRecord {
  readonly id: string;
  readonly points: number;
  readonly of: number;
  readonly status: GradeStatus;
  /** The verdict's sentence, in both languages. */
  readonly sentence: Localized;
  readonly states: number;
  readonly questions: number;
  readonly failure?: Omit<FailureReport, 'trace'>;
  readonly error?: ProgramError;
}

/** What `grade` says of a submission: the same bytes wherever it ran (its JSON has this key order). */
export interface GradeRecord {
  readonly exercise: string;
  readonly version: number;
  /** The grader's own version: a change of it may change verdicts. */
  readonly grader: string;
  readonly status: GradeStatus;
  readonly points: number;
  readonly of: number;
  readonly scenarios: readonly ScenarioRecord[];
}
