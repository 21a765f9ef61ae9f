import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { say } from 'workloop/messages';
import { createEngine, scenarioProgram, type GradeRecord, type VerdictReport } from 'workloop/run';
import { loadExercises, type Exercise } from './grader/exercises.ts';

const wasm = createRequire(join(import.meta.dirname, '../runtime/package.json')).resolve(
  '@jitl/quickjs-wasmfile-release-sync/wasm',
);
const engine = await createEngine({ wasm: readFileSync(wasm) });
const exercises = loadExercises(import.meta.dirname);

/** What a scenario of a right answer may take. */
const STATES = 25_000;
const QUESTIONS = 500;

const TEXTS = ['statement', 'hints', 'solution'].flatMap((name) => [`${name}.en.md`, `${name}.zh-Hans.md`]);
const known = new Map<string, Promise<VerdictReport>>();
const sizes: string[] = [];
afterAll(() => console.log(sizes.join('\n')));

/** What is found of one of an exercise's answers (`starter.ts`, `mutants/two-locks.ts`) under one of its scenarios. */
function found(exercise: Exercise, answer: string, scenario: string): Promise<VerdictReport> {
  const key = `${exercise.slug} ${answer} ${scenario}`;
  const before = known.get(key);
  if (before) return before;
  const file = exercise.files.scenarios.find(({ id }) => id === scenario)?.file ?? '';
  const [edited = ''] = exercise.files.edit;
  const text = readFileSync(join(exercise.folder, answer), 'utf8');
  const report = engine.explore(scenarioProgram(exercise.files, file, { [edited]: text }));
  known.set(key, report);
  return report;
}

const mutantsOf = ({ folder }: Exercise): string[] => readdirSync(join(folder, 'mutants')).toSorted();

/** What a mutant's first line says: the scenario that catches it, and as what. */
function caughtBy({ folder }: Exercise, mutant: string): { scenario: string; kind: string } {
  const [first = ''] = readFileSync(join(folder, 'mutants', mutant), 'utf8').split('\n');
  const [, scenario = '', kind = ''] = /^\/\/ caught by: (\S+) as (\S+)$/.exec(first) ?? [];
  return { scenario, kind };
}

test('there are exercises, each with an id of its own', () => {
  const ids = exercises.map(({ files }) => files.id);
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
});

const named = (some: readonly Exercise[]): { name: string; exercise: Exercise }[] =>
  some.map((exercise) => ({ name: exercise.slug, exercise }));

describe.each(named(exercises))('$name', ({ exercise }) => {
  const { folder, slug, files, json } = exercise;

  test('its folder is named for its id, and one file is handed in', () => {
    expect(slug.startsWith(`${files.id}-`)).toBe(true);
    expect(files.edit).toHaveLength(1);
  });

  test('its points are integers and worth something', () => {
    expect(files.scenarios.every(({ points }) => Number.isInteger(points) && points > 0)).toBe(true);
  });

  test('its prerequisites exist', () => {
    const ids = exercises.map((other) => other.files.id);
    expect(json.prerequisites.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test.each(TEXTS)('it has %s', (text) => {
    expect(existsSync(join(folder, text)) && readFileSync(join(folder, text), 'utf8').trim()).toBeTruthy();
  });

  test('the hints are as many in both languages', () => {
    const [en, zh] = ['en', 'zh-Hans'].map((locale) =>
      readFileSync(join(folder, `hints.${locale}.md`), 'utf8').split(/^---$/m),
    );
    expect(zh?.length).toBe(en?.length);
  });
});

const programs = exercises.filter(({ json }) => json.kind === 'program');

describe.each(named(programs))('$name asks for a program', ({ exercise }) => {
  const { slug, files, json } = exercise;
  const scenarios = files.scenarios.map(({ id }) => id);

  test('the starter fails, by a counterexample', async () => {
    const reports = await Promise.all(scenarios.map((scenario) => found(exercise, 'starter.ts', scenario)));
    expect(reports.map((report) => report.error)).toEqual(scenarios.map(() => undefined));
    const kinds = reports.flatMap((report) => report.failure?.kind ?? []);
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds).not.toContain('runtime-error');
    expect(kinds).not.toContain('violation');
  });

  test.each(scenarios)('the solution holds in every state of %s, and in few enough', async (scenario) => {
    const began = Date.now();
    const report = await found(exercise, 'solution.ts', scenario);
    const { states, questions } = report;
    sizes.push(`${slug} ${scenario}: ${states} states, ${questions} questions, ${Date.now() - began} ms`);
    expect(report).toMatchObject({ verdict: 'holds' });
    expect(states).toBeLessThanOrEqual(STATES);
    expect(questions).toBeLessThanOrEqual(QUESTIONS);
  });

  test('three mutants or more', () => {
    expect(mutantsOf(exercise).length).toBeGreaterThanOrEqual(3);
  });

  test.each(mutantsOf(exercise))('%s is caught as it says', async (mutant) => {
    const { scenario, kind } = caughtBy(exercise, mutant);
    expect(scenarios).toContain(scenario);
    const report = await found(exercise, `mutants/${mutant}`, scenario);
    expect({ verdict: report.verdict, kind: report.failure?.kind, error: report.error }).toEqual({
      verdict: 'fails',
      kind,
      error: undefined,
    });
  });

  test.each(['starter.ts', ...mutantsOf(exercise).map((mutant) => `mutants/${mutant}`)])(
    '%s is explored completely',
    async (answer) => {
      const reports = await Promise.all(scenarios.map((scenario) => found(exercise, answer, scenario)));
      const conclusions = reports.map(({ verdict, failure }) =>
        failure?.shortest === false ? 'not shortest' : verdict,
      );
      expect(conclusions.filter((conclusion) => conclusion !== 'holds' && conclusion !== 'fails')).toEqual(
        [],
      );
    },
  );

  test.each(json.scenarios.filter(({ keeps }) => !keeps).map(({ id }) => id))(
    'without %s a mutant would get through',
    async (scenario) => {
      const others = scenarios.filter((id) => id !== scenario);
      const through: string[] = [];
      for (const mutant of mutantsOf(exercise)) {
        const verdicts = await Promise.all(others.map((id) => found(exercise, `mutants/${mutant}`, id)));
        if (verdicts.every(({ verdict }) => verdict === 'holds')) through.push(mutant);
      }
      expect(through.length).toBeGreaterThan(0);
    },
  );
});

const schedules = exercises.filter(({ json }) => json.kind === 'schedule');

describe.each(named(schedules))('$name asks for schedules', ({ exercise }) => {
  const { folder, files } = exercise;
  const wrong = readdirSync(join(folder, 'wrong')).toSorted();
  const said = new Set<string>();

  /** What comes of handing a file of tokens in. */
  function handedIn(file: string): Promise<GradeRecord> {
    const [path = ''] = files.edit;
    return engine.grade(files, { [path]: readFileSync(join(folder, file), 'utf8') });
  }

  /** Who gets nothing for a wrong answer, and what is said: its first line. */
  function expected(file: string): { scenario: string; code: string } {
    const [first = ''] = readFileSync(join(folder, 'wrong', file), 'utf8').split('\n');
    const [, scenario = '', code = ''] = /^# (\S+): (\S+)$/.exec(first) ?? [];
    return { scenario, code };
  }

  test('its solution gets all points', async () => {
    const record = await handedIn('solution.txt');
    expect(record.scenarios.map(({ id, status }) => `${id} ${status}`)).toEqual(
      files.scenarios.map(({ id }) => `${id} pass`),
    );
    expect(record.status).toBe('pass');
  });

  test('its scenarios ask for different failures', async () => {
    const kinds = files.scenarios.map(({ file, expects }) => `${file} ${expects}`);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  test.each(wrong)('%s gets no points for what it names, and is told why in both languages', async (file) => {
    const { scenario, code } = expected(file);
    said.add(code);
    const record = await handedIn(`wrong/${file}`);
    const found = record.scenarios.find(({ id }) => id === scenario);
    expect(found).toMatchObject({ status: 'fail', points: 0 });
    for (const locale of ['en', 'zh-Hans'] as const) {
      const hole = '\uFFFC';
      const sentence = say(code, { step: hole, summary: hole, scenario: hole }, locale);
      expect(found?.sentence[locale].startsWith(sentence.split(hole)[0] ?? '')).toBe(true);
    }
  });

  test('every way to be wrong is among its wrong answers', () => {
    const ways = ['none', 'ends-well', 'other-program', 'diverged', 'unfinished'];
    expect([...said].toSorted()).toEqual(
      [...ways.map((way) => `schedule.${way}`), 'refusal.bad-token'].toSorted(),
    );
  });
});
