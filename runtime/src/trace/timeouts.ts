import type { Trace } from './types.ts';

/**
 * What IOStatistics would say of each timer after a run: how often its callout began, also where it then found that it had been
 * cancelled, and ran no action.
 *
 * @returns by the callout's name in the trace; a timer whose callout never began is not in it
 */
export function timeouts({ steps }: Trace): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const event of steps.flatMap((step) => step.events)) {
    if (event.type === 'begun') counts[event.callout] = (counts[event.callout] ?? 0) + 1;
  }
  return counts;
}
