import type { MessageCode } from 'workloop/messages';
import { alignColumns } from 'workloop/trace';
import type { Output } from '../output.ts';
import { isSystemStatus } from './record.ts';
import type { Row } from './results-folder.ts';

/** What is said of a grading as a whole. */
export interface Totals {
  readonly skipped: number;
  readonly resumed: number;
  readonly seconds: number;
  readonly folder: string;
  readonly only?: string;
}

/** How many have which status, and whom the instructor must look after. */
export function printSummary(output: Output, rows: readonly Row[], totals: Totals): void {
  const counts = new Map<string, number>();
  for (const { graded } of rows) counts.set(graded.status, (counts.get(graded.status) ?? 0) + 1);
  const table = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([status, count]) => [
      `  ${String(count).padStart(5)}`,
      status,
      output.text(`status.${status}` as MessageCode),
    ]);
  for (const line of alignColumns(table)) output.line(line);
  const problems = rows.filter(({ graded }) => graded.refusal || isSystemStatus(graded.status));
  if (problems.length > 0) output.line();
  for (const { folder, graded } of problems) {
    const message = graded.refusal
      ? output.text(graded.refusal.code, graded.refusal.data)
      : output.text(`status.${graded.status}` as MessageCode);
    output.line(`  ${output.text('cli.grade.problem', { student: folder, message })}`);
  }
  output.line();
  const { skipped, resumed, seconds, folder, only } = totals;
  if (skipped > 0) output.say('cli.grade.skipped', { count: skipped, exercise: only ?? '' });
  if (resumed > 0) output.say('cli.grade.resumed', { count: resumed });
  output.say('cli.grade.done', { total: rows.length, seconds, folder });
}
