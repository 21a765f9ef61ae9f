import type { Shown, TraceEvent, TraceStep } from 'workloop/trace';
import { show } from './show';
import type { TimelineWords } from './words';

/**
 * How much a timeline tells. Story: calls and results, sleeping and waking, locks and interrupts. Steps: what the driver's own
 * code does too. Everything: also what IOKit does inside, and trace points.
 */
export type Density = 'story' | 'steps' | 'everything';

/** `call` and `return` frame a thread's work, `effect` is the step itself, `note` what came of it, `fail` what went wrong. */
export interface Line {
  readonly kind: 'call' | 'effect' | 'note' | 'return' | 'fail';
  readonly text: string;
}

/** What a step's row says in its context's column, one line each. No lines: the density leaves the step out. */
export function describeStep(step: TraceStep, density: Density, words: TimelineWords): readonly Line[] {
  const before = step.events.flatMap((event) => callLine(event, step));
  const after = step.events.flatMap((event) => eventLines(event, step, density, words));
  const told = density === 'everything' || isStory(step) || (density === 'steps' && !isInside(step));
  return [...before, ...(told ? effectLine(step, words) : []), ...after];
}

/** Whether the step is one of IOKit's own, and not of the driver's code. */
export function isInside(step: TraceStep): boolean {
  return step.where[0]?.file.startsWith('workloop:') ?? false;
}

/** Steps that the others feel: they belong to the story even when every other detail is left out. */
function isStory(step: TraceStep): boolean {
  const felt = ['asleep', 'woken', 'delivered', 'raised', 'lockTaken', 'lockReleased'];
  if (!isInside(step)) felt.push('nobodyWoken', 'device');
  return step.events.some(({ type }) => felt.includes(type));
}

function callLine(event: TraceEvent, step: TraceStep): Line[] {
  if (event.type !== 'callStart') return [];
  return [{ kind: 'call', text: `${step.where.at(-1)?.procedure ?? `call ${event.call + 1}`}()` }];
}

function effectLine(step: TraceStep, words: TimelineWords): Line[] {
  if (step.effect === 'return' || step.effect === 'panic') return [];
  const changes = step.events.filter((event) => event.type === 'changed');
  const own = changes.filter(({ cell }) => cell === step.object);
  const drained = changes.filter(({ cell }) => cell !== step.object);
  const waits = step.events.some(({ type }) => type === 'buffered');
  const what = effectText(step, words);
  const texts =
    own.length > 0 && step.effect !== 'flush'
      ? own.map(({ cell, before, after }) => `${cell}: ${show(before)} → ${show(after)}`)
      : [waits ? words.say('trace.buffered', { stored: what }) : what];
  const stores = drained.map(({ cell, after }) => `${cell} → ${show(after)}`).join(', ');
  return [
    ...texts.map((text): Line => ({ kind: 'effect', text })),
    ...(stores ? [{ kind: 'note', text: words.say('trace.drained', { stores }) } as const] : []),
  ];
}

/** As much of a step as says what it does; of one that is not taken yet there is no more. */
interface EffectParts {
  readonly effect: string;
  readonly object?: string | undefined;
  readonly values?: readonly Shown[] | undefined;
  readonly result?: Shown;
}

/** What a step does, in the words that a trace as text has for it: `lock(gate)`, `count = 1`, `interrupt`. */
export function effectText(
  { effect, object = '', values = [], result }: EffectParts,
  words: TimelineWords,
): string {
  const [first, ...rest] = values;
  switch (effect) {
    case 'deliver':
    case 'goOn':
    case 'retake':
    case 'expire':
      return words.say(`trace.${effect}`, { object });
    case 'load':
      return result === undefined ? `load(${object})` : `${object} = ${show(result)}`;
    case 'flush':
      if (values.length === 0) return `flush(${object})`;
      return words.say('trace.flush', { object, value: show(first) });
    case 'store':
      return values.length > 0 ? `${object} → ${show(first)}` : `store(${object})`;
    case 'device':
      return values.length > 0 ? `${object}.${show(first)}(${rest.map(show).join(', ')})` : object;
  }
  const inside = [...(object ? [object] : []), ...values.map(show)].join(', ');
  return `${effect}(${inside})${result === undefined ? '' : ` = ${show(result)}`}`;
}

function eventLines(event: TraceEvent, step: TraceStep, density: Density, words: TimelineWords): Line[] {
  const everything = density === 'everything';
  switch (event.type) {
    case 'callEnd':
      return [
        {
          kind: 'return',
          text:
            event.result === undefined
              ? words.say('trace.return')
              : words.say('trace.returns', { result: show(event.result) }),
        },
      ];
    case 'nobodyWoken':
      if (isInside(step) && !everything) return [];
      return [{ kind: 'note', text: `(${words.say('trace.nobody')})` }];
    case 'panic':
      return [{ kind: 'fail', text: `✕ ${words.say('trace.panic', { message: event.message })}` }];
    case 'threadStarted':
    case 'threadTerminated':
    case 'threadAborted':
      return [{ kind: 'note', text: words.say(`trace.${event.type}`, { context: event.context }) }];
    case 'log':
      return [
        {
          kind: 'note',
          text: words.say('trace.log', { text: [event.text, ...event.values.map(show)].join(' ') }),
        },
      ];
    case 'tracePoint':
      return everything ? [{ kind: 'note', text: `${event.name} ${event.phase}` }] : [];
    case 'masked':
    case 'unmasked':
      return everything && step.object !== event.line
        ? [{ kind: 'note', text: words.say(`trace.${event.type}`, { line: event.line }) }]
        : [];
    case 'raised':
      return [{ kind: 'note', text: words.say('trace.raised', { line: event.line }) }];
    default:
      return [];
  }
}
