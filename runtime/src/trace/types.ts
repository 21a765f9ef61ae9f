import type { ContextKind } from '../effects/context.ts';

/** A value as a trace shows it: handles and procedures have become their labels. */
export type Shown = string | number | boolean | null | undefined | Shown[] | { [key: string]: Shown };

/** One context's column. */
export interface TraceContext {
  /** `A`, `work loop`, `usb irq 0`, `usb`, `clock`: unique in a trace. */
  readonly name: string;
  readonly kind: ContextKind;
}

/** A place in the program. */
export interface TracePlace {
  readonly file: string;
  readonly line: number;
  readonly procedure: string;
}

/** What a step did to the world beyond its own result. */
export type TraceEvent =
  | { readonly type: 'callStart' | 'callEnd'; readonly call: number; readonly result?: Shown }
  | { readonly type: 'lockTaken' | 'lockReleased'; readonly lock: string; readonly depth: number }
  | { readonly type: 'asleep'; readonly on: string; readonly released?: string }
  | { readonly type: 'woken'; readonly context: string; readonly from: string; readonly result: number }
  | { readonly type: 'nobodyWoken'; readonly on: string }
  | { readonly type: 'changed'; readonly cell: string; readonly before: Shown; readonly after: Shown }
  /** A store waits in its thread's buffer; memory has not changed yet. */
  | { readonly type: 'buffered'; readonly cell: string; readonly value: Shown }
  | { readonly type: 'read'; readonly cell: string; readonly value: Shown }
  | { readonly type: 'raised' | 'masked' | 'unmasked' | 'delivered'; readonly line: string }
  | { readonly type: 'begun' | 'ready'; readonly callout: string }
  | {
      readonly type: 'device';
      readonly device: string;
      readonly what: string;
      readonly values: readonly Shown[];
    }
  | { readonly type: 'threadStarted' | 'threadTerminated' | 'threadAborted'; readonly context: string }
  | { readonly type: 'log'; readonly text: string; readonly values: readonly Shown[] }
  | {
      readonly type: 'tracePoint';
      readonly name: string;
      readonly phase: 'start' | 'end' | 'point';
      readonly values: readonly Shown[];
    }
  | { readonly type: 'panic'; readonly message: string };

/** Why a context could not take a step. `on`/`owner` are labels. */
export interface Blocked {
  readonly context: string;
  readonly why: 'waitsForLock' | 'waitsForHandler' | 'asleep' | 'finished' | 'notStarted' | 'masked' | 'idle';
  readonly on?: string;
  readonly owner?: string;
}

/** Ownership after a step: one entry a held lock. */
export interface Held {
  readonly lock: string;
  readonly owner: string;
  readonly depth: number;
}

/** One row of the timeline. */
export interface TraceStep {
  /** From 1. */
  readonly step: number;
  readonly context: string;
  /** The effect's type (`load`, `lock`, `sleep`, …), or what the environment did (`deliver`, `complete`, `expire`, `flush`). */
  readonly effect: string;
  /** What it was about: a cell, a lock, an event, a device. */
  readonly object?: string;
  /** Arguments worth showing, e.g. the value stored. */
  readonly values?: readonly Shown[];
  /** The answer, where one is worth showing. */
  readonly result?: Shown;
  /** Innermost first. */
  readonly where: readonly TracePlace[];
  readonly events: readonly TraceEvent[];
  /** The context that this step took the processor from in the middle of a call, if it did. */
  readonly preempts?: string;
  readonly held: readonly Held[];
  /** Every other context that could not move before this step. */
  readonly blocked: readonly Blocked[];
}

/** What happened in one run. Plain data: the page, the report and the build draw from it alone. */
export interface Trace {
  readonly contexts: readonly TraceContext[];
  /** Locks whose ownership is worth a band of its own (the work loop's gate), others are shown in their owner's column. */
  readonly gates: readonly string[];
  readonly steps: readonly TraceStep[];
  /** Where everybody stands at the end. */
  readonly end: readonly Blocked[];
  /** The schedule as a token that `replay` takes. */
  readonly token: string;
}
