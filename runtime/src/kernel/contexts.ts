import type { ContextKind, Handle, ValueId } from '../effects/index.ts';
import type { Callout } from './callouts.ts';
import type { Device } from './devices.ts';
import type { Line } from './interrupts.ts';
import * as L from './layout.ts';

/** A moment that a call waits for; costs no step. */
export type Guard = { readonly type: 'asleep'; readonly threads: readonly string[] };

/** One call of a client's list: its number in the program's code, and what it waits for. */
export interface Call {
  readonly number: number;
  readonly guard?: Guard;
}

/** Something that can take a step. */
export interface Context {
  readonly index: number;
  readonly kind: ContextKind;
  readonly handle: Handle;
  /** The handle as a value: what current_thread answers. */
  readonly value: ValueId;
  /** Where its words are in the state. */
  readonly slot: number;
  name: string;
  /** A client's list. */
  readonly calls: readonly Call[];
  /** For an interrupt context its line or thread call; for a callout the thread call; for a device context the device. */
  readonly of: Handle;
  /** Of an interrupt context. */
  line: Line | undefined;
  /** Of what runs a thread call. */
  callout: Callout | undefined;
  /** Of a device context. */
  device: Device | undefined;
}

/** Whether the context starts anew for every delivery, or every thread call. */
export const runsAgain = ({ kind }: Context): boolean => kind === 'interrupt' || kind === 'callout';

/** Whether such a context stands between two of them. */
export const isIdle = (c: Context, phase: number): boolean =>
  runsAgain(c) && (phase === L.ABSENT || phase === L.DONE);
