import type { Effect } from './effect.ts';
import type { Creation } from './object.ts';
import type { Handle, Value, ValueId } from './value.ts';

/** Where a program is. */
export interface Frame {
  readonly file: string;
  readonly line: number;
  /** `Disk.readGated`, or '' where nobody named it. */
  readonly procedure: string;
}

/** A `log(...)` or trace point passed between two effects. */
export interface LogEntry {
  readonly kind: 'log' | 'tracePoint';
  /** For a trace point XNU's name, e.g. IOCMDQ_ACTION. */
  readonly name: string;
  readonly phase: 'start' | 'end' | 'point';
  readonly values: readonly Value[];
}

/** Who makes what is created: names follow from it. */
export interface Maker {
  readonly context: number;
  readonly call: number;
  /** How much this call has made so far. */
  readonly made: number;
}

/** What an answer leads to. */
export interface Advance {
  /** The next local state: where the thread's next effect is pending. */
  readonly local: number;
  readonly created: readonly { readonly handle: Handle; readonly creation: Creation }[];
  readonly log: readonly LogEntry[];
}

/**
 * A program's code as the kernel knows it: a pure, memoised function from local states and answers to local states.
 * A local state is an interned stack of histories, one integer. 0 is no local state.
 */
export interface Code {
  /** Starts call number `call` (an entry of a client's list) with what the call before it returned. */
  startCall(call: number, argument: ValueId, maker: Maker): Advance;
  /** Starts a procedure value: a thread's body, an interrupt handler, a continuation. */
  startProcedure(procedure: ValueId, args: ValueId, maker: Maker): Advance;
  /** Answers the pending effect of a local state. */
  next(local: number, answer: ValueId, maker: Maker): Advance;
  /** The pending effect. */
  effect(local: number): Effect;
  /** Where it stands, innermost first. */
  frames(local: number): readonly Frame[];
}

/** The kernel's side of names: the same (context, call, index) is the same handle, whatever the schedule. */
export interface Names {
  handle(maker: Maker, index: number, creation: Creation): Handle;
}
