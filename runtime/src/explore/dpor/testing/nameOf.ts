import type { Run } from '../run.ts';

/** The canonical form of a trace: every context's events in order, each with how much of the others happens before it. */
export function nameOf({ events }: Pick<Run, 'events'>): string {
  const rows: string[][] = [];
  for (const { step, clock } of events) {
    (rows[step.context] ??= []).push(`${step.choice & 255}:${clock.join()}`);
  }
  return rows.map((row) => row.join(' ')).join(';');
}
