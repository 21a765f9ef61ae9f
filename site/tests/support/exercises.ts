import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exerciseFolders, readExercise } from '../../plugins/exercises.ts';

const root = fileURLToPath(new URL('../../../exercises', import.meta.url));
const folders = exerciseFolders(root);

/** An exercise and the lesson that asks it. */
export interface KnownExercise {
  readonly id: string;
  readonly lesson: string;
  /** The file a learner edits. */
  readonly file: string;
  readonly points: number;
  readonly starter: string;
  readonly solution: string;
}

export const exercises: readonly KnownExercise[] = [
  known('02a', 'lessons/02-threads-and-the-race/'),
  known('14a', 'lessons/14-disable-and-enable/'),
];

export const exerciseNamed = (id: string): KnownExercise => {
  const found = exercises.find((exercise) => exercise.id === id);
  if (!found) throw new Error(`no exercise ${id}`);
  return found;
};

function known(id: string, lesson: string): KnownExercise {
  const folder = folders.get(id) ?? '';
  const { exercise } = readExercise(folder, 'en');
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return {
    id,
    lesson,
    file: exercise.edit.join(),
    points: exercise.scenarios.reduce((sum, { points }) => sum + points, 0),
    starter: text('starter.ts'),
    solution: text('solution.ts'),
  };
}
