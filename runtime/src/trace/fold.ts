import type { TraceEvent, TraceStep } from './types.ts';

/** Steps of one context, one after the other, that are shown as one row. */
export interface Row {
  readonly first: TraceStep;
  readonly last: TraceStep;
}

/** What the library's own words are read and written with: no reader's business until they ask. */
const details = new Set([
  'load',
  'store',
  'add',
  'or',
  'and',
  'xor',
  'currentThread',
  'holds',
  'retain',
  'release',
]);
const quiet = new Set<TraceEvent['type']>(['read', 'changed', 'buffered', 'tracePoint']);

/** Puts the library's bookkeeping in one row where nothing else comes in between; `mark` keeps a row of its own. */
export function foldSteps(steps: readonly TraceStep[], mark?: number): Row[] {
  const rows: Row[] = [];
  for (const step of steps) {
    const row = rows.at(-1);
    if (
      row &&
      row.first.context === step.context &&
      isDetail(row.last) &&
      isDetail(step) &&
      joins(step) &&
      row.last.step !== mark &&
      step.step !== mark
    )
      rows[rows.length - 1] = { first: row.first, last: step };
    else rows.push({ first: step, last: step });
  }
  return rows;
}

/** Whether a step is in the library's code, and what it does concerns nobody else. */
export const isDetail = (step: TraceStep): boolean =>
  inLibrary(step) &&
  details.has(step.effect) &&
  step.events.every((e) => quiet.has(e.type) || e.type === 'callStart');

const inLibrary = (step: TraceStep): boolean => step.where[0]?.file.startsWith('workloop:') ?? false;

const joins = (step: TraceStep): boolean =>
  step.preempts === undefined && step.events.every((e) => quiet.has(e.type));
