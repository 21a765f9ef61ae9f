import type { Blocked, TraceStep } from 'workloop/trace';
import type { State } from './model';
import { fill, type TimelineWords } from './words';

/** What a context was doing in a step's row; undefined: nothing worth a bar. */
export function stateIn(step: TraceStep, context: string): State | undefined {
  const why = step.blocked.find((blocked) => blocked.context === context)?.why;
  if (why === 'asleep') return 'asleep';
  if (why === 'waitsForLock') return 'waits';
  return step.held.some((held) => held.owner === context) ? 'holds' : undefined;
}

/** One sentence part on why a context could not move. */
export function blockedText(blocked: Blocked, words: TimelineWords): string {
  const { on = '', owner = '' } = blocked;
  switch (blocked.why) {
    case 'asleep':
      return fill(words.asleepOn, { on });
    case 'waitsForLock':
      return fill(words.waitsFor, { lock: on, owner });
    case 'masked':
      return words.masked;
    case 'finished':
      return words.finished;
    default:
      return words.idle;
  }
}

/** Why each of the others could not move before a step. */
export function othersText(step: TraceStep, words: TimelineWords): string {
  return step.blocked
    .map((blocked) => fill(words.other, { context: blocked.context, why: blockedText(blocked, words) }))
    .join(' · ');
}
