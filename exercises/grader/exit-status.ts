import type { GradeStatus, VerdictReport } from 'workloop/run';

/** Statuses that say nothing about the program: a bound was met, or the grader failed. */
const undecided: readonly GradeStatus[] = [
  'inconclusive',
  'too-many-histories',
  'system-error',
  'system-timeout',
];

/** The command's exit status for what was found. */
export function exitOf(status: GradeStatus): number {
  if (status === 'pass') return 0;
  return undecided.includes(status) ? 3 : 1;
}

/** The same, of one exploration. */
export function exitOfVerdict({ verdict, error }: VerdictReport): number {
  if (error) return exitOf(error.status);
  if (verdict === 'holds') return exitOf('pass');
  return exitOf(verdict === 'fails' ? 'fail' : 'inconclusive');
}
