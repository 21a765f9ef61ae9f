import type { TracePlace, TraceStep } from 'workloop/trace';

/** Where a step stands in the driver's own files; for a step that is all inside IOKit, where it stands there. */
export function placeOf({ where }: TraceStep): TracePlace | undefined {
  return where.find(({ file }) => !file.startsWith('workloop:')) ?? where[0];
}
