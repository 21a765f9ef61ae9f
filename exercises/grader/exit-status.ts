import type { GradeStatus } from 'workloop/run';

/** The command's exit status for what was found. */
export function exitOf(status: GradeStatus): number {
  if (status === 'pass') return 0;
  return status === 'inconclusive' || status.startsWith('system-') ? 3 : 1;
}
