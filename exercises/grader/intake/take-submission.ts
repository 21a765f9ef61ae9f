import { lstatSync } from 'node:fs';
import type { Exercise } from '../exercises.ts';
import { attempt, listFiles } from './list-files.ts';
import { readText } from './read-text.ts';
import { Refused } from './refusal.ts';
import { readSubmissionJson, type Declared } from './submission-json.ts';

/** A submission that can be graded. */
export interface Taken {
  readonly exercise: Exercise;
  /** What the exercise asks for, as text; nothing else is read. */
  readonly files: Readonly<Record<string, string>>;
  readonly declared: Declared;
  /** Files that were handed in and are not used. */
  readonly ignored: readonly string[];
}

const DECLARATION = 'submission.json';

/**
 * Reads a submission.
 *
 * @param only the exercise it is for, where the instructor says so
 * @returns undefined if it says itself that it is for another exercise than `only`
 * @throws Refused
 */
export function takeSubmission(
  root: string,
  exercises: readonly Exercise[],
  only?: Exercise,
): Taken | undefined {
  const stat = attempt('.', () => lstatSync(root));
  if (stat.isSymbolicLink()) throw new Refused('cli.refused.link', { path: '.' });
  if (!stat.isDirectory()) throw new Refused('cli.refused.not-a-folder');
  const listed = listFiles(root);
  if (listed.length === 0) throw new Refused('cli.refused.empty');
  const declared = listed.includes(DECLARATION) ? readSubmissionJson(readText(root, DECLARATION)) : {};
  const exercise = whichExercise(declared, listed, exercises, only);
  if (!exercise) return undefined;
  const { edit } = exercise.files;
  const files: Record<string, string> = {};
  for (const path of edit) {
    if (!listed.includes(path)) throw new Refused('cli.refused.missing', { path });
    files[path] = readText(root, path);
  }
  const ignored = listed.filter((path) => path !== DECLARATION && !edit.includes(path));
  return { exercise, files, declared, ignored };
}

function whichExercise(
  declared: Declared,
  listed: readonly string[],
  exercises: readonly Exercise[],
  only: Exercise | undefined,
): Exercise | undefined {
  if (only) return declared.exercise === undefined || declared.exercise === only.files.id ? only : undefined;
  if (declared.exercise !== undefined) {
    const named = exercises.find(({ files }) => files.id === declared.exercise);
    if (!named) throw new Refused('cli.refused.unknown-exercise', { exercise: declared.exercise });
    return named;
  }
  const fits = exercises.filter(({ files }) => files.edit.every((path) => listed.includes(path)));
  if (fits.length !== 1) throw new Refused('cli.refused.no-exercise');
  return fits[0];
}
