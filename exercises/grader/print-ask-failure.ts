import type { Asked } from './ask-child.ts';
import type { Job } from './child/job.ts';
import type { Output } from './output.ts';

/** Says that the grader itself failed; returns the exit status. */
export function printAskFailure(
  output: Output,
  asked: Exclude<Asked<Job['do']>, { ended: 'replied' }>,
  seconds: number,
): number {
  if (asked.ended === 'system-timeout') output.complain('cli.system-timeout', { seconds });
  else output.complain('cli.system-error', { message: asked.message });
  return 3;
}
