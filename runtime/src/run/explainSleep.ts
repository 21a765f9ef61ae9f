import type { Failure } from '../explore/verdict.ts';
import type { Trace, TraceEvent, TraceStep } from '../trace/types.ts';

/**
 * Says of a sleeper that would go on if it were woken where its wakeup is: it came too early, it went to somebody else, or there was
 * none. Without any, nothing was lost: the sleeper waits forever.
 */
export function explainSleep(failure: Failure, { steps }: Trace): Failure {
  const { kind, context, data } = failure;
  if (kind !== 'lost-wakeup') return failure;
  const own = (step: TraceStep): boolean => step.context === context;
  const asleep = steps.findLastIndex(
    (step) => own(step) && step.events.some(({ type }) => type === 'asleep'),
  );
  const early = steps.slice(lastLook(steps, asleep, own) + 1, asleep);
  if (wakeupsOf(early, data['event']).length > 0) return failure;
  const last = wakeupsOf(steps.slice(asleep + 1), data['event']).at(-1);
  if (last?.type !== 'woken') return { ...failure, kind: 'waits-forever', code: 'waits-forever' };
  return { ...failure, code: 'lost-wakeup.other', data: { ...data, other: last.context } };
}

const wakeupsOf = (steps: readonly TraceStep[], on: unknown): TraceEvent[] =>
  steps
    .flatMap(({ events }) => events)
    .filter((event) =>
      event.type === 'woken' ? event.from === on : event.type === 'nobodyWoken' && event.on === on,
    );

/**
 * The step in which the sleeper last looked at what it waits for: it read something in the program's own code, during the call in which
 * it sleeps. -1 if it never did: any wakeup of the run came too early then.
 */
function lastLook(steps: readonly TraceStep[], asleep: number, own: (step: TraceStep) => boolean): number {
  const ofCall = steps
    .slice(0, asleep)
    .findLastIndex((step) => own(step) && step.events.some(({ type }) => type === 'callStart'));
  return steps.findLastIndex(
    (step, i) =>
      i >= ofCall &&
      i < asleep &&
      own(step) &&
      !step.where[0]?.file.startsWith('workloop:') &&
      step.events.some(({ type }) => type === 'read'),
  );
}
