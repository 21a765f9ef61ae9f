import { existsSync } from 'node:fs';
import { explainFault } from 'workloop/messages';
import { parseToken, scenarioName, scenarioProgram, type Program } from 'workloop/run';
import { printable } from 'workloop/trace';
import type { Arguments } from '../arguments.ts';
import { askChild } from '../ask-child.ts';
import { findExercise, loadExercises, type Exercise } from '../exercises.ts';
import type { Output } from '../output.ts';
import { printAskFailure } from '../print-ask-failure.ts';
import { printTrace } from '../print-failure.ts';
import { readProgram } from '../read-program.ts';
import { UsageError } from '../usage-error.ts';
import { readFolder } from './check.ts';

const SECONDS = 600;

/** `workloop replay EXERCISE FOLDER TOKEN`, or `workloop replay FILE TOKEN`; an exercise whose program is given needs no folder. */
export async function replay(args: Arguments, exercisesFolder: string, output: Output): Promise<number> {
  const [target, ...rest] = args.operands;
  const [folder, token] = rest.length === 1 ? [undefined, rest[0]] : rest;
  if (target === undefined || token === undefined || rest.length > 2)
    throw new UsageError('cli.usage.arguments', {
      command: 'replay',
      wanted: 'EXERCISE FOLDER TOKEN | FILE TOKEN',
    });
  const scenario = parseToken(token)?.scenario;
  if (scenario === undefined) throw new UsageError('refusal.bad-token');
  const program =
    folder === undefined
      ? givenProgram(target, scenario, exercisesFolder)
      : exerciseProgram(target, folder, scenario, exercisesFolder, output);
  if (!program) return 1;
  if (scenarioName(program.scenario) !== scenario) throw new UsageError('cli.usage.token', { scenario });
  const seconds = args.timeout ?? SECONDS;
  const asked = await askChild<'replay'>({ do: 'replay', program, token }, { seconds });
  if (asked.ended !== 'replied') return printAskFailure(output, asked, seconds);
  if ('error' in asked.reply) {
    output.line(printable(explainFault(asked.reply.error)[output.locale]));
    return 1;
  }
  const { trace, ended, failure, divergedAt, divergence } = asked.reply.report;
  printTrace(output, trace, { all: true, ...(failure && { mark: failure.step }) });
  output.line();
  if (divergedAt !== undefined) output.say('cli.diverged', { step: divergedAt });
  if (divergence) output.line(printable(divergence[output.locale]));
  if (failure) output.line(printable(failure.summary[output.locale]));
  else output.say(`cli.ended.${ended}`);
  return ended === 'finished' ? 0 : 1;
}

/** A program that no learner has written: an exercise's that asks for schedules of it, or a file's. */
function givenProgram(target: string, scenario: string, exercisesFolder: string): Program {
  const exercise = existsSync(target)
    ? undefined
    : loadExercises(exercisesFolder).find(({ files: { id, kind } }) => id === target && kind === 'schedule');
  if (!exercise) return readProgram(target);
  return scenarioProgram(exercise.files, scenarioFile(exercise, scenario), {});
}

function exerciseProgram(
  name: string,
  folder: string,
  scenario: string,
  exercisesFolder: string,
  output: Output,
): Program | undefined {
  const exercise = findExercise(loadExercises(exercisesFolder), name);
  const file = scenarioFile(exercise, scenario);
  const files = readFolder(folder, exercise, output);
  return files && scenarioProgram(exercise.files, file, files);
}

/** The exercise's file for the scenario that a token names. Throws UsageError. */
function scenarioFile({ files }: Exercise, scenario: string): string {
  const found = files.scenarios.find(({ file }) => scenarioName(file) === scenario);
  if (!found) throw new UsageError('cli.usage.token', { scenario });
  return found.file;
}
