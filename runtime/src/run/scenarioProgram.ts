import type { ExerciseFiles, Program } from './protocol.ts';

/** What a scenario is called in a replay token: its file's name. */
export const scenarioName = (file: string): string => file.replace(/^.*\//, '').replace(/\.ts$/, '');

/** A submission under one scenario. Only files that the exercise asks for are taken; the course's own always win, and a schedule is
 * no part of the program. */
export function scenarioProgram(
  exercise: ExerciseFiles,
  scenario: string,
  files: Readonly<Record<string, string>>,
): Program {
  const edit = exercise.kind === 'schedule' ? [] : exercise.edit;
  const own = Object.fromEntries(edit.map((path) => [path, files[path] ?? '']));
  return { files: { ...own, ...exercise.files }, scenario, trusted: Object.keys(exercise.files) };
}
