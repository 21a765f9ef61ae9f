import { say, type Locale } from '../messages/index.ts';
import { foldSteps, isDetail, type Row } from './fold.ts';
import { printable } from './printable.ts';
import { stepNotes, stepText } from './step-text.ts';
import type { Blocked, Trace, TraceStep } from './types.ts';
import { alignColumns } from './width.ts';

/** Which rows of a trace are wanted. */
export interface FormatOptions {
  /** At most so many steps, the last ones; a row says how many come before. */
  readonly last?: number;
  /** The step to point at, from 1. */
  readonly mark?: number;
  /** Every step has a row; otherwise the library's bookkeeping shares one. */
  readonly all?: boolean;
}

/**
 * A run as a table in plain text: a row a step, a column a context, a column for each gate's owner, and where in the program it was. A Han
 * character is two columns wide.
 *
 * @returns lines without a line break at the end
 */
export function formatTrace(trace: Trace, locale: Locale, options: FormatOptions = {}): string {
  const { mark, all = false, last = Infinity } = options;
  const rows = all ? trace.steps.map((step) => ({ first: step, last: step })) : foldSteps(trace.steps, mark);
  const shown = rows.slice(-Math.min(last, rows.length) || rows.length);
  const names = trace.contexts.map((c) => printable(c.name));
  const lines: string[][] = [['', say('trace.step', {}, locale), ...names, ...trace.gates.map(printable)]];
  const earlier = (shown[0]?.first.step ?? 1) - 1;
  if (earlier > 0) lines.push(['', '…', say('trace.earlier', { steps: earlier }, locale)]);
  for (const row of shown) {
    lines.push(line(trace, row, locale, row.first.step === mark));
    for (const note of stepNotes(row.first, locale)) lines.push(inColumn(trace, row.first.context, note));
  }
  const end = trace.contexts.map((c) => atTheEnd(trace, c.name, locale));
  if (end.some(Boolean)) lines.push(['', '', ...end]);
  return alignColumns(lines).join('\n');
}

/** What everybody else's column shows beside a step. */
const MARKS: Readonly<Record<Blocked['why'], string>> = {
  asleep: '┊',
  waitsForLock: '×',
  waitsForHandler: '×',
  finished: '·',
  notStarted: '·',
  masked: '·',
  idle: '·',
};

function line(trace: Trace, { first, last }: Row, locale: Locale, marked: boolean): string[] {
  const cells = trace.contexts.map((c) => {
    if (c.name === first.context) return stepText(first, locale, first !== last && isDetail(first));
    const blocked = first.blocked.find((b) => b.context === c.name);
    return blocked ? MARKS[blocked.why] : '';
  });
  const gates = trace.gates.map((gate) => {
    const held = last.held.find((h) => h.lock === gate);
    return held ? `▌${printable(held.owner)}` : '';
  });
  const steps = first === last ? `${first.step}` : `${first.step}–${last.step}`;
  return [marked ? '▸' : '', steps, ...cells, ...gates, placeOf(first)];
}

/** Where the program was: the innermost of its own lines, or the library's if it has none there. */
function placeOf({ where }: TraceStep): string {
  const place = where.find((p) => !p.file.startsWith('workloop:')) ?? where[0];
  return place ? `${printable(place.file)}:${place.line}` : '';
}

function inColumn(trace: Trace, context: string, text: string): string[] {
  return ['', '', ...trace.contexts.map((c) => (c.name === context ? text : ''))];
}

function atTheEnd(trace: Trace, context: string, locale: Locale): string {
  const blocked = trace.end.find((b) => b.context === context);
  if (!blocked || blocked.why === 'idle') return '';
  const { why, on = '', owner = '' } = blocked;
  return say(`trace.end.${why}`, { on: printable(on), owner: printable(owner) }, locale);
}
