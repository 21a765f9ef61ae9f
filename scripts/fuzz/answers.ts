import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadExercises, type Exercise } from '../../exercises/grader/exercises.ts';
import { smaller } from './smaller.ts';
import { scenarioName, scenarioProgram, type Program } from '../../runtime/src/run/index.ts';

/** One of an exercise's answers under one of its scenarios. */
export interface Answer {
  /** `02a two-threads mutants/two-locks` */
  readonly name: string;
  readonly program: Program;
}

/** Every answer of every exercise under every scenario and its smaller sibling: starter, solution, mutants; or the program that is given. */
export function answersOf(folder: string): Answer[] {
  return loadExercises(folder).flatMap((exercise) => {
    const { files } = exercise;
    const [edited = ''] = files.edit;
    const scenarios = [...new Set(files.scenarios.map(({ file }) => file))];
    return scenarios.flatMap((file) =>
      filesOf(exercise).flatMap((answer): Answer[] => {
        const text = answer === GIVEN ? '' : readFileSync(join(exercise.folder, `${answer}.ts`), 'utf8');
        const scenario = `${files.id} ${scenarioName(file)}`;
        const program = scenarioProgram(files, file, { [edited]: text });
        const sibling = smaller(scenario, program);
        return [
          { name: `${scenario} ${answer}`, program },
          ...(sibling ? [{ name: `${scenario} (smaller) ${answer}`, program: sibling }] : []),
        ];
      }),
    );
  });
}

const GIVEN = 'given';

function filesOf({ folder, json }: Exercise): string[] {
  if (json.kind === 'schedule') return [GIVEN];
  const mutants = readdirSync(join(folder, 'mutants')).toSorted();
  return ['starter', 'solution', ...mutants.map((file) => `mutants/${file.replace(/\.ts$/, '')}`)];
}
