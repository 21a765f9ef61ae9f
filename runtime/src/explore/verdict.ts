/** How a program can fail; named by how it looks (explorer, "What it finds"). */
export type FailureKind =
  | 'panic'
  | 'data-race'
  | 'deadlock'
  | 'lost-wakeup'
  | 'waits-forever'
  | 'spins-forever'
  | 'starved'
  | 'never-starts'
  | 'livelock'
  | 'property'
  | 'runtime-error'
  | 'violation';

/** One choice of a schedule: which context moved, and which of its alternatives it took. */
export interface Choice {
  readonly context: number;
  readonly alternative: number;
}

/** What went wrong, as data; `messages` has the sentences. */
export interface Failure {
  readonly kind: FailureKind;
  /** The catalogue's key. */
  readonly code: string;
  readonly data: Readonly<Record<string, string | number | boolean>>;
  /** A property's own title, both languages, where the scenario wrote it. */
  readonly title?: Localized;
  /** The context it happened to, where there is one. */
  readonly context?: string;
}

/** A text in both languages. */
export interface Localized {
  readonly en: string;
  readonly 'zh-Hans': string;
}

export interface Counterexample {
  readonly failure: Failure;
  /** Ends with the step that leads to the failure; for a spin one turn of its cycle follows. */
  readonly schedule: readonly Choice[];
  /** Of the way to the failure, without the cycle. */
  readonly preemptions: number;
  readonly switches: number;
  /** False: a limit stopped the search for a shorter one. */
  readonly shortest: boolean;
  /** For a spin: how many of the schedule's last steps repeat. */
  readonly cycle?: number;
}

/** A final state as the properties see it: what each client's calls returned and the watched cells. */
export interface Outcome {
  readonly results: Readonly<Record<string, readonly unknown[]>>;
  readonly watched: Readonly<Record<string, unknown>>;
  /** A schedule that ends so. */
  readonly witness: readonly Choice[];
  /** How many preemptions that schedule has; there may be one with fewer. */
  readonly preemptions: number;
}

export type Bound =
  | 'states'
  | 'questions'
  | 'history'
  | 'replayed-effects'
  | 'names'
  | 'values'
  | 'memory'
  | 'store-buffer'
  | 'samples'
  | 'traces'
  | 'steps';

/** What was found, and what was done to find it. The words never promise more than was done. */
export type Verdict = {
  /**
   * How many states the search for it stored: the last of a macro-step, and of those that differ only in who of interchangeable clients is
   * who the one that it met first. Each stands for all that the reductions leave out.
   */
  readonly states: number;
  readonly edges: number;
  readonly questions: number;
  readonly outcomes: readonly Outcome[];
  /** Set where it is about store buffers: what is found without them is found on every machine. */
  readonly memory?: 'tso';
} & (
  | { readonly verdict: 'holds' }
  | { readonly verdict: 'fails'; readonly counterexample: Counterexample }
  | {
      readonly verdict: 'inconclusive';
      readonly bound: Bound;
      readonly limit: number;
      readonly place?: string;
    }
  | { readonly verdict: 'cancelled' }
);

/** How far an exploration is. */
export interface Progress {
  /** States stored so far. */
  readonly states: number;
  /** Of them, those that were not looked at yet. */
  readonly frontier: number;
  /** Complete runs so far, of an engine that looks at runs. */
  readonly traces?: number;
  /** A guess: so many states, or runs where only those are counted, are still to come. Absent where nothing points to an end. */
  readonly left?: number;
}
