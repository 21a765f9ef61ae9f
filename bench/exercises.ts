import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, scenarioProgram } from '../runtime/src/run/index.ts';
import { wasm } from './wasm.ts';
import { loadExercises } from '../exercises/grader/exercises.ts';

/** The checkout that is measured. */
const project = process.cwd();
/** Those in which a driver is written; what is handed in for the others is a schedule. */
const exercises = loadExercises(join(project, 'exercises')).filter(({ folder }) =>
  existsSync(join(folder, 'solution.ts')),
);
let checks = 0;
const loaded = createEngine({ wasm });

/** The row of each exercise: a click on Check with the right answer, the engine loaded. */
export const exerciseRows: readonly string[] = exercises.map(({ files }) => `exercise ${files.id}`);

/** Checks an exercise's solution in all its scenarios. Gives the states of all of them. */
export async function checkSolution(row: string): Promise<number> {
  const exercise = exercises.find(({ files }) => row === `exercise ${files.id}`);
  if (!exercise) throw new Error(`no ${row}`);
  const { files, folder } = exercise;
  const [edited = ''] = files.edit;
  // not the text that was checked last
  const solution = `${readFileSync(join(folder, 'solution.ts'), 'utf8')}// ${++checks}\n`;
  const engine = await loaded;
  let states = 0;
  for (const { file } of files.scenarios) {
    const report = await engine.explore(scenarioProgram(files, file, { [edited]: solution }));
    if (report.verdict !== 'holds') throw new Error(`${row}: ${report.verdict}`);
    states += report.states;
  }
  return states;
}
