import type { TraceEvent, TraceStep } from 'workloop/trace';
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
  return [...before, ...(told ? effectLine(step) : []), ...after];
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

function effectLine(step: TraceStep): Line[] {
  if (step.effect === 'return' || step.effect === 'panic') return [];
  const changes = step.events.flatMap((event) =>
    event.type === 'changed' ? [`${event.cell}: ${show(event.before)} → ${show(event.after)}`] : [],
  );
  if (changes.length > 0) return changes.map((text): Line => ({ kind: 'effect', text }));
  if (step.effect === 'load') return [{ kind: 'effect', text: `${step.object} = ${show(step.result)}` }];
  if (step.effect === 'store')
    return [{ kind: 'effect', text: `${step.object} → ${show(step.values?.[0])}` }];
  if (step.effect === 'device') {
    const [what, ...rest] = step.values ?? [];
    return [{ kind: 'effect', text: `${step.object}.${show(what)}(${rest.map(show).join(', ')})` }];
  }
  const inside = [step.object, ...(step.values ?? []).map(show)]
    .filter((part) => part !== undefined)
    .join(', ');
  const answer = step.result === undefined ? '' : ` = ${show(step.result)}`;
  return [{ kind: 'effect', text: `${step.effect}(${inside})${answer}` }];
}

function eventLines(event: TraceEvent, step: TraceStep, density: Density, words: TimelineWords): Line[] {
  const everything = density === 'everything';
  switch (event.type) {
    case 'callEnd':
      return [
        { kind: 'return', text: event.result === undefined ? 'return' : `return ${show(event.result)}` },
      ];
    case 'nobodyWoken':
      if (isInside(step) && !everything) return [];
      return [{ kind: 'note', text: words.nobodyAsleep }];
    case 'panic':
      return [{ kind: 'fail', text: `✕ panic: ${event.message}` }];
    case 'threadStarted':
    case 'threadTerminated':
    case 'threadAborted':
      return [{ kind: 'note', text: `${event.type}(${event.context})` }];
    case 'log':
      return [{ kind: 'note', text: [`log: ${event.text}`, ...event.values.map(show)].join(' ') }];
    case 'tracePoint':
      return everything ? [{ kind: 'note', text: `${event.name} ${event.phase}` }] : [];
    case 'masked':
    case 'unmasked':
      return everything && step.object !== event.line
        ? [{ kind: 'note', text: `${event.type}(${event.line})` }]
        : [];
    default:
      return [];
  }
}
