import type { Handle, LogEntry, Value, ValueId } from '../effects/index.ts';

/** What the machine did during a step, in its own numbers. Only emitted while somebody listens. */
export type KernelEvent =
  | { readonly type: 'callStart'; readonly context: number; readonly call: number }
  | { readonly type: 'callEnd'; readonly context: number; readonly call: number; readonly result: ValueId }
  | {
      readonly type: 'lockTaken' | 'lockReleased';
      readonly lock: Handle;
      readonly context: number;
      readonly depth: number;
    }
  | { readonly type: 'asleep'; readonly context: number; readonly on: Handle; readonly released: Handle }
  | { readonly type: 'woken'; readonly context: number; readonly from: Handle; readonly result: number }
  | { readonly type: 'nobodyWoken'; readonly on: Handle }
  | { readonly type: 'read'; readonly cell: Handle; readonly value: ValueId }
  | { readonly type: 'changed'; readonly cell: Handle; readonly before: ValueId; readonly after: ValueId }
  /** A store waits, and memory has not changed yet. */
  | { readonly type: 'buffered'; readonly cell: Handle; readonly value: ValueId }
  | { readonly type: 'raised' | 'masked' | 'unmasked' | 'delivered'; readonly line: Handle }
  | { readonly type: 'begun' | 'ready'; readonly callout: Handle }
  | {
      readonly type: 'device';
      readonly device: Handle;
      readonly what: string;
      readonly values: readonly Value[];
    }
  | { readonly type: 'threadStarted' | 'threadTerminated' | 'threadAborted'; readonly context: number }
  | { readonly type: 'note'; readonly context: number; readonly entry: LogEntry }
  | { readonly type: 'failed' };
