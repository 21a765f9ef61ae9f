import type { Trace, TraceEvent } from './types.ts';

/** Which of `gIOKitTrace`'s bits asks for a trace point: what the boot argument `iotrace` sets. */
export const traceBits: Readonly<Record<string, number>> = {
  IOINTC_HANDLER: 0x1,
  IOWL_WORK: 0x2,
  IOWL_CLIENT: 0x4,
  IOINTES_SEMA: 0x8,
  IOINTES_FILTER: 0x8,
  IOINTES_ACTION: 0x8,
  IOCMDQ_ACTION: 0x10,
  IOTIMES_ACTION: 0x20,
};

/** A trace point of a run, with its step and who passed it. */
export interface TracePoint extends Omit<Extract<TraceEvent, { readonly type: 'tracePoint' }>, 'type'> {
  /** From 1. */
  readonly step: number;
  readonly context: string;
}

/**
 * The trace points of a run that a mask asks for, START and END, in order: what ktrace would show.
 *
 * @param mask bits of `traceBits`; all of them if left out
 */
export function tracePoints({ steps }: Trace, mask: number = 0x3f): TracePoint[] {
  return steps.flatMap(({ step, context, events }) =>
    events.flatMap((event) => {
      if (event.type !== 'tracePoint' || ((traceBits[event.name] ?? 0) & mask) === 0) return [];
      const { name, phase, values } = event;
      return [{ step, context, name, phase, values }];
    }),
  );
}
