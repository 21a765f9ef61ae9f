import type { Blocked, TraceStep } from 'workloop/trace';
import type { State } from './model';
import type { TimelineWords } from './words';

/** What a context was doing in a step's row; undefined: nothing worth a bar. */
export function stateIn(step: TraceStep, context: string): State | undefined {
  const why = step.blocked.find((blocked) => blocked.context === context)?.why;
  if (why === 'asleep') return 'asleep';
  if (why === 'waitsForLock' || why === 'waitsForHandler') return 'waits';
  return step.held.some((held) => held.owner === context) ? 'holds' : undefined;
}

/** One sentence part on why a context could not move. */
export function blockedText(blocked: Blocked, words: TimelineWords): string {
  const { why, on = '', owner = '' } = blocked;
  return why === 'idle' ? words.idle : words.say(`trace.end.${why}`, { on, owner });
}

/** Why each of the others could not move before a step. */
export function othersText(step: TraceStep, words: TimelineWords): string {
  return step.blocked.map((blocked) => words.other(blocked.context, blockedText(blocked, words))).join(' · ');
}
