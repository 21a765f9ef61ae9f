import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Locale } from 'workloop/messages';
import type { ExerciseFiles } from 'workloop/run';
import { UsageError } from './usage-error.ts';
import { readExerciseJson, type ExerciseJson } from './exercise-json.ts';

/** An exercise as it lies on disk. */
export interface Exercise {
  readonly folder: string;
  /** `02a-lost-update` */
  readonly slug: string;
  readonly title: Readonly<Record<Locale, string>>;
  readonly json: ExerciseJson;
  /** What the engine grades by. */
  readonly files: ExerciseFiles;
}

/**
 * Loads every exercise of a folder: its own `exercise.json`, or those of its subfolders, one or two levels down.
 *
 * @throws UsageError for a folder without exercises, and for an exercise.json that is not valid
 */
export function loadExercises(root: string): Exercise[] {
  if (!existsSync(root)) throw new UsageError('cli.usage.no-folder', { folder: root });
  const folders = [root, ...below(root), ...below(root).flatMap(below)];
  const found = folders.filter((folder) => existsSync(join(folder, 'exercise.json'))).map(loadExercise);
  if (found.length === 0) throw new UsageError('cli.usage.no-exercises', { folder: root });
  return found.toSorted((a, b) => (a.files.id < b.files.id ? -1 : 1));
}

/** Loads one exercise. Throws UsageError. */
export function loadExercise(folder: string): Exercise {
  const file = join(folder, 'exercise.json');
  try {
    const json = readExerciseJson(JSON.parse(readFileSync(file, 'utf8')));
    const names = [...json.scenarios.map((scenario) => scenario.file), ...(json.files ?? [])];
    const texts = names.map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
    const { id, kind, version, edit, limits } = json;
    const scenarios = json.scenarios.map((s) => ({
      id: s.id,
      file: s.file,
      points: s.points,
      title: s.title,
      ...(s.expects !== undefined && { expects: s.expects }),
    }));
    const files = {
      id,
      ...(kind === 'schedule' && { kind }),
      version,
      edit,
      scenarios,
      files: Object.fromEntries(texts),
      ...(limits && { limits }),
    };
    return { folder, slug: basename(folder), title: json.title, json, files };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError('cli.exercise.invalid', { file: relative('', file), message });
  }
}

/** The exercise that a person names by its id or its folder. Throws UsageError. */
export function findExercise(exercises: readonly Exercise[], name: string): Exercise {
  const found = exercises.find(({ files, slug }) => files.id === name || slug === name);
  if (found) return found;
  const ids = exercises.map(({ files }) => files.id).join(', ');
  throw new UsageError('cli.usage.exercise', { exercise: name, exercises: ids });
}

function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .map((entry) => join(folder, entry.name));
}
