import { sayAround, sayBoth } from '../messages/index.ts';
import type { Localized } from '../explore/verdict.ts';
import type { Engine } from './engine.ts';
import type { ExerciseFiles, RunReport, ScenarioRecord } from './protocol.ts';
import { scenarioName, scenarioProgram } from './scenarioProgram.ts';
import { parseToken } from './token.ts';

/** More lines than this are no answer. */
const MOST = 100;

/** One token that was handed in: the failure it leads to, or why it leads to none. */
interface Shown {
  /** The scenario's file and the failure's kind, where something goes wrong. */
  readonly file?: string;
  readonly kind?: string;
  readonly sentence: Localized;
}

/**
 * Grades an exercise of kind `schedule`: the learner hands in replay tokens, a line each, in any order. A scenario gives its points if
 * one of them replays to its end in the scenario's own program, and there the failure occurs that the scenario expects. A line that
 * begins with `#` is a remark.
 */
export async function gradeSchedules(
  engine: Engine,
  exercise: ExerciseFiles,
  files: Readonly<Record<string, string>>,
): Promise<ScenarioRecord[]> {
  const tokens = exercise.edit
    .flatMap((path) => (files[path] ?? '').split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const shown: Shown[] = [];
  if (tokens.length > MOST) shown.push({ sentence: sayBoth('schedule.too-many', { limit: MOST }) });
  else for (const token of tokens) shown.push(await follow(engine, exercise, token));
  return exercise.scenarios.map((scenario) => {
    const reached = shown.find(({ file, kind }) => file === scenario.file && kind === scenario.expects);
    // What helps another scenario is no mistake: say what is wrong with the last of the others.
    const amiss = shown.findLast((one) => !exercise.scenarios.some((other) => isFor(one, other)));
    const sentence = (reached ?? amiss)?.sentence ?? sayBoth('schedule.none', {});
    const points = reached ? scenario.points : 0;
    const status = reached ? 'pass' : 'fail';
    return { id: scenario.id, points, of: scenario.points, status, sentence, states: 0, questions: 0 };
  });
}

type Scenario = ExerciseFiles['scenarios'][number];

const isFor = ({ file, kind }: Shown, scenario: Scenario): boolean =>
  file === scenario.file && kind === scenario.expects;

/** Replays a token in the program it names. */
async function follow(engine: Engine, exercise: ExerciseFiles, token: string): Promise<Shown> {
  const name = parseToken(token)?.scenario;
  if (name === undefined) return { sentence: sayBoth('refusal.bad-token', {}) };
  const file = exercise.scenarios.find((scenario) => scenarioName(scenario.file) === name)?.file;
  if (file === undefined)
    return { sentence: sayBoth('schedule.other-program', { scenario: name.slice(0, 64) }) };
  const run = await engine.replay(scenarioProgram(exercise, file, {}), token);
  const { divergedAt, failure, ended } = run;
  if (divergedAt !== undefined) return { sentence: sayBoth('schedule.diverged', { step: divergedAt }) };
  if (!failure) return { sentence: sayBoth(`schedule.${ended === 'open' ? 'unfinished' : 'ends-well'}`, {}) };
  return { file, kind: failure.kind, sentence: failureSentence(exercise, file, failure) };
}

/** The failure that is asked for, or another one. */
function failureSentence(
  { scenarios }: ExerciseFiles,
  file: string,
  { kind, summary }: NonNullable<RunReport['failure']>,
): Localized {
  const asked = scenarios.some((scenario) => scenario.file === file && scenario.expects === kind);
  return sayAround(`schedule.${asked ? 'shown' : 'other-failure'}`, {}, summary);
}
