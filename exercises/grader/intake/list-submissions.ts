import { isUtf8 } from 'node:buffer';
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One thing handed in: something is said of each, whatever it is. */
export interface Submission {
  /** Its path below the folder of all submissions, byte for byte; names it. */
  readonly id: Buffer;
  /** The student's folder. */
  readonly student: string;
  /** Undefined where the name is not UTF-8. */
  readonly root: string | undefined;
}

/** Submissions in a folder that has a folder for each student; one who hands in several exercises has a folder for each of them below. */
export function listSubmissions(folder: string): Submission[] {
  const names = readdirSync(folder, { encoding: 'buffer' }).filter((name) => name[0] !== 0x2e);
  return names.toSorted(Buffer.compare).flatMap((name): Submission[] => {
    const student = name.toString('utf8');
    if (!isUtf8(name)) return [{ id: name, student, root: undefined }];
    const root = join(folder, student);
    const exercises = severalExercises(root);
    if (exercises.length === 0) return [{ id: name, student, root }];
    return exercises.map((exercise) => ({
      id: Buffer.from(`${student}/${exercise}`),
      student,
      root: join(root, exercise),
    }));
  });
}

/** The subfolders of a student's folder, if it holds nothing but folders and one of them is a submission. */
function severalExercises(root: string): string[] {
  if (!lstatSync(root, { throwIfNoEntry: false })?.isDirectory()) return [];
  const inside = readdirSync(root, { withFileTypes: true }).filter((entry) => !entry.name.startsWith('.'));
  if (inside.length > 64 || !inside.every((entry) => entry.isDirectory())) return [];
  const names = inside.map((entry) => entry.name).toSorted();
  return names.some((name) => existsSync(join(root, name, 'submission.json'))) ? names : [];
}
