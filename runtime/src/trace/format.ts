import { say, type Locale } from '../messages/index.ts';
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
}

/**
 * A run as a table in plain text: a row a step, a column a context, a column for each gate's owner, and where in the program it was. A Han
 * character is two columns wide.
 *
 * @returns lines without a line break at the end
 */
export function formatTrace(trace: Trace, locale: Locale, options: FormatOptions = {}): string {
  const shown = trace.steps.slice(-(options.last ?? trace.steps.length) || trace.steps.length);
  const left = trace.steps.length - shown.length;
  const head = [
    '',
    say('trace.step', {}, locale),
    ...trace.contexts.map((c) => printable(c.name)),
    ...trace.gates,
  ];
  const rows: string[][] = [head];
  if (left > 0) rows.push(['', '…', say('trace.earlier', { steps: left }, locale)]);
  for (const step of shown) {
    rows.push(row(trace, step, locale, step.step === options.mark));
    for (const note of stepNotes(step, locale)) rows.push(inColumn(trace, step.context, note));
  }
  rows.push([
    '',
    '',
    ...trace.contexts.map((c) =>
      atTheEnd(
        trace.end.find((b) => b.context === c.name),
        locale,
      ),
    ),
  ]);
  return alignColumns(rows).join('\n');
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

function row(trace: Trace, step: TraceStep, locale: Locale, marked: boolean): string[] {
  const cells = trace.contexts.map((c) => {
    if (c.name === step.context) return stepText(step, locale);
    const blocked = step.blocked.find((b) => b.context === c.name);
    return blocked ? MARKS[blocked.why] : '';
  });
  const gates = trace.gates.map((gate) => {
    const held = step.held.find((h) => h.lock === gate);
    return held ? `▌${printable(held.owner)}` : '';
  });
  const place = step.where[0];
  const where = place ? `${printable(place.file)}:${place.line}` : '';
  return [marked ? '▸' : '', String(step.step).padStart(4), ...cells, ...gates, where];
}

function inColumn(trace: Trace, context: string, text: string): string[] {
  return ['', '', ...trace.contexts.map((c) => (c.name === context ? text : ''))];
}

function atTheEnd(blocked: Blocked | undefined, locale: Locale): string {
  if (!blocked || blocked.why === 'idle') return '';
  return say(
    `trace.end.${blocked.why}`,
    { on: printable(blocked.on ?? ''), owner: printable(blocked.owner ?? '') },
    locale,
  );
}
