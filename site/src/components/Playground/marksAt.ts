import type { Trace } from 'workloop/trace';
import type { LineMark } from '../Editor/editor';
import { placeOf } from '../Timeline/place';
import { ownersOf } from '../Timeline/owner';

/** Where every context last was in the program when a step had been taken: the lines an editor shows in their colors. */
export function marksAt(trace: Trace, step: number): readonly LineMark[] {
  const taken = trace.steps.filter((one) => one.step <= step);
  return ownersOf(trace).flatMap(({ name, tone, letter }): LineMark[] => {
    const last = taken.findLast((one) => one.context === name);
    const place = last && placeOf(last);
    return place ? [{ file: place.file, line: place.line, tone, letter }] : [];
  });
}
