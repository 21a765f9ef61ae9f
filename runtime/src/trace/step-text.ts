import { say, type Locale } from '../messages/index.ts';
import { isDetail } from './fold.ts';
import { printable } from './printable.ts';
import { shownText } from './shownText.ts';
import type { TraceEvent, TraceStep } from './types.ts';

/** What a step did, in its context's column: `done → true`, `lock(disk.gate)`, `wakeup(done) ▸ B`; of a folded one, only in what. */
export function stepText(step: TraceStep, locale: Locale, folded: boolean): string {
  const starts = step.events.some((e) => e.type === 'callStart');
  const call = starts ? [`${shortName(step.where.at(-1)?.procedure ?? '')}:`] : [];
  const what = folded || (starts && isDetail(step)) ? `${shortName(entered(step))} …` : action(step, locale);
  const after = step.events.flatMap((e) => eventText(e, locale) ?? []);
  return printable([...call, what, ...drained(step, locale), ...after].join(' '));
}

/** The stores of its thread that waited and that a step pushed out before it was taken. */
function drained({ events, object }: TraceStep, locale: Locale): string[] {
  const stores = events.filter((e) => e.type === 'changed').filter(({ cell }) => cell !== object);
  if (stores.length === 0) return [];
  const shown = stores.map(({ cell, after }) => `${cell} → ${shownText(after)}`);
  return [say('trace.drained', { stores: shown.join(', ') }, locale)];
}

/** The library's function that the program called. */
const entered = ({ where }: TraceStep): string =>
  where.findLast((p) => p.file.startsWith('workloop:'))?.procedure ?? '';

/** `Disk.read` is `read`. */
const shortName = (procedure: string): string => procedure.slice(procedure.lastIndexOf('.') + 1);

/** What needs lines of its own under the step: what it logged, and a panic's message. */
export function stepNotes(step: TraceStep, locale: Locale): string[] {
  const notes = step.events.flatMap((e) => {
    if (e.type === 'log')
      return say('trace.log', { text: [e.text, ...e.values.map(shownText)].join(' ') }, locale);
    return e.type === 'panic' ? say('trace.panic', { message: e.message }, locale) : [];
  });
  const preempted = step.preempts ? [say('trace.preempts', { context: step.preempts }, locale)] : [];
  return [...preempted, ...notes].map(printable);
}

function action(step: TraceStep, locale: Locale): string {
  const { effect, object = '', values = [] } = step;
  const changed = step.events.filter((e) => e.type === 'changed').findLast((e) => e.cell === object);
  const read = step.events.find((e) => e.type === 'read');
  switch (effect) {
    case 'load':
      return `${object} = ${shownText(step.result)}`;
    case 'deliver':
    case 'begin':
    case 'goOn':
      return say(`trace.${effect}`, {}, locale);
    case 'retake':
    case 'expire':
      return say(`trace.${effect}`, { object }, locale);
    case 'device':
      return `${object}.${typeof values[0] === 'string' ? values[0] : ''}(${values.slice(1).map(shownText).join(', ')})`;
    case 'flush':
      return say('trace.flush', { object, value: shownText(values[0]) }, locale);
    case 'store': {
      const waits = step.events.some((e) => e.type === 'buffered');
      const stored = `${object} → ${shownText(values[0])}`;
      return waits ? say('trace.buffered', { stored }, locale) : stored;
    }
  }
  if (changed) {
    const was = read ? `${object} = ${shownText(changed.before)} ` : `${object} `;
    return `${was}→ ${shownText(changed.after)}`;
  }
  const inside = [...(object ? [object] : []), ...values.map(shownText)].join(', ');
  return `${effect}(${inside})`;
}

function eventText(event: TraceEvent, locale: Locale): string | undefined {
  switch (event.type) {
    case 'woken':
      return `▸ ${event.context}`;
    case 'nobodyWoken':
      return say('trace.nobody', {}, locale);
    case 'callEnd':
      if (event.result === undefined) return say('trace.return', {}, locale);
      return say('trace.returns', { result: shownText(event.result) }, locale);
    case 'raised':
    case 'masked':
    case 'unmasked':
      return say(`trace.${event.type}`, { line: event.line }, locale);
    case 'threadStarted':
    case 'threadTerminated':
    case 'threadAborted':
      return say(`trace.${event.type}`, { context: event.context }, locale);
    default:
      return undefined;
  }
}
