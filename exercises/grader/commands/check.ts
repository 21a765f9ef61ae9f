import { printable } from 'workloop/trace';
import type { Arguments } from '../arguments.ts';
import { askChild } from '../ask-child.ts';
import { findExercise, loadExercises, type Exercise } from '../exercises.ts';
import { Refused } from '../intake/refusal.ts';
import { takeSubmission } from '../intake/take-submission.ts';
import type { Output } from '../output.ts';
import { existsSync } from 'node:fs';
import { printFailure } from '../print-failure.ts';
import { printRecord } from '../print-record.ts';
import { exitOf } from '../exit-status.ts';
import { progressText } from '../progress-text.ts';
import { quote } from '../quote.ts';
import { UsageError } from '../usage-error.ts';
import { printAskFailure } from '../print-ask-failure.ts';

/** Wall-clock seconds; a person can end it sooner. */
const SECONDS = 3600;

/** `workloop check EXERCISE FOLDER` */
export async function check(args: Arguments, exercisesFolder: string, output: Output): Promise<number> {
  const [name, folder, ...more] = args.operands;
  if (name === undefined || folder === undefined || more.length > 0)
    throw new UsageError('cli.usage.arguments', { command: 'check', wanted: 'EXERCISE FOLDER' });
  const exercise = findExercise(loadExercises(exercisesFolder), name);
  const files = readFolder(folder, exercise, output);
  if (!files) return 1;
  const asked = await askChild<'check'>(
    { do: 'check', exercise: exercise.files, files },
    {
      seconds: args.timeout ?? SECONDS,
      onProgress: (progress) => output.progress((seconds) => progressText(output, progress, seconds)),
    },
  );
  if (asked.ended !== 'replied') return printAskFailure(output, asked, args.timeout ?? SECONDS);
  const { record, runs } = asked.reply;
  printRecord(output, exercise, record);
  for (const { id, failure, sentence } of record.scenarios) {
    const run = runs[id];
    if (!failure || !run) continue;
    const title = exercise.files.scenarios.find((scenario) => scenario.id === id)?.title[output.locale] ?? id;
    output.line();
    output.say('cli.failure.in', { scenario: title });
    output.line(`  ${printable(sentence[output.locale])}`);
    printFailure(output, failure, run.trace, `replay ${exercise.files.id} ${quote(folder)}`);
  }
  return exitOf(record.status);
}

/** What a learner hands in, or undefined after saying why it cannot be taken. */
export function readFolder(
  folder: string,
  exercise: Exercise,
  output: Output,
): Readonly<Record<string, string>> | undefined {
  if (!existsSync(folder)) throw new UsageError('cli.usage.no-folder', { folder });
  try {
    return takeSubmission(folder, [exercise], exercise)?.files ?? other(exercise, output);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    output.complain(error.code, error.data);
    return undefined;
  }
}

function other(exercise: Exercise, output: Output): undefined {
  output.complain('cli.refused.other-exercise', { exercise: exercise.files.id });
}
