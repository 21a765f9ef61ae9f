import type { Event } from './execution.ts';

/** A complete run: one for each trace. */
export interface Run {
  readonly events: readonly Event[];
  /** The state at its end. */
  readonly state: Int32Array;
  /** The state before an event. */
  before(position: number): Int32Array;
  /** The state in which an event failed; the run went on without it. */
  failed(position: number): Int32Array | undefined;
}
