import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersOf } from '../scripts/fuzz/answers.ts';
import { runBundled } from '../scripts/fuzz/bundled.ts';
import type { AnswerCompared } from '../scripts/fuzz/exercises.ts';
import type { Replayed } from '../scripts/fuzz/replays.ts';

const project = join(import.meta.dirname, '..');
const root = mkdtempSync(join(tmpdir(), 'verdicts-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** `npm run fuzz -- --exercises` takes a million, and every answer thoroughly. */
const TRACES = '2500';
const THOROUGHLY = '(starter|solution|given)$';

/**
 * What optimal DPOR does not decide, by design, and why (`explore/dpor/refused.ts`): the first pattern that fits a name counts. Two things
 * that DPOR leaves out are looked at otherwise: without properties over states on the way both engines must agree, too.
 */
const NOT_TAKEN: readonly (readonly [name: RegExp, why: string])[] = [
  [/^01a canceled /, 'monitors'],
  [/^01a /, 'spins-in-handler'],
  [/^03a open-and-sleep /, 'state-properties'],
  [/^05a both-ways mutants\/tried-while-holding-the-other$/, 'loops'],
  [/^05b three mutants\/tries-with-one-in-hand$/, 'loops'],
  [/^06b three-users /, 'state-properties'],
  [/^06c terminated mutants\/no-deadline$/, 'terminates'],
  [/^06c /, 'time'],
  [/^07a two-clients .*(starter|handler-does-not-lock|mutex-\S+|two-atomics)$/, 'it takes these'],
  [/^07a /, 'spins-in-handler'],
  [/^14a /, 'state-properties'],
];

/** What has more traces than are looked at here, and how many it has; each has a smaller sibling that both engines finish. */
const TOO_MANY: Readonly<Record<string, string>> = {
  '06b idle mutants/opens-the-lock-after-the-loop': '40,386',
  '07a two-clients mutants/handler-does-not-lock': '86,664',
  '07a two-clients mutants/mutex-for-the-threads-only': '86,664',
  '07a two-clients mutants/two-atomics': 'more than 1,000,000',
};
const found: AnswerCompared[] = [];
const reports = (): { name: string; kind: string; summary: unknown; token: string }[] =>
  found.flatMap(({ name, reported }) => reported.map((one) => ({ name, ...one })));

beforeAll(async () => {
  const args = ['--traces', TRACES, '--thorough', THOROUGHLY];
  const status = await runBundled('exercises', args, (line) =>
    found.push(JSON.parse(line) as AnswerCompared),
  );
  if (status !== 0) throw new Error(`it ended with ${status}`);
}, 900_000);

/** What of every answer is not empty. */
const wrong = (of: (compared: AnswerCompared) => readonly string[]): Record<string, readonly string[]> =>
  Object.fromEntries(
    found.map((one) => [one.name, of(one)] as const).filter(([, texts]) => texts.length > 0),
  );

test('both engines say the same of every answer that DPOR takes: failures, races and outcomes, no trace twice', () => {
  expect(found.map(({ name }) => name)).toEqual(answersOf(import.meta.dirname).map(({ name }) => name));
  expect(wrong(({ engines }) => engines.differences)).toEqual({});
  const taken = found.filter(({ engines }) => typeof (engines.withoutStates ?? engines.traces) === 'number');
  expect(taken.length).toBeGreaterThan(found.length / 2);
});

test('DPOR does not take what is listed, for the reason that is listed', () => {
  const reasons = found.map(({ name, engines: { traces } }) => {
    const [, why = 'it takes these'] = NOT_TAKEN.find(([pattern]) => pattern.test(name)) ?? [];
    return { name, wanted: name in TOO_MANY ? 'too many traces' : why, traces };
  });
  for (const { name, wanted, traces } of reasons)
    expect({ name, why: typeof traces === 'number' ? 'it takes these' : traces }).toEqual({
      name,
      why: wanted,
    });
});

test('what has too many traces has a smaller sibling that both engines finish', () => {
  const tracesOf = ({ engines }: AnswerCompared): number | string => engines.withoutStates ?? engines.traces;
  const unfinished = found.filter((one) => ['too many traces', 'loops'].includes(String(tracesOf(one))));
  const large = unfinished.filter(
    ({ name }) => !NOT_TAKEN.some(([pattern, why]) => why === 'loops' && pattern.test(name)),
  );
  expect(large.length).toBeGreaterThan(0);
  for (const { name } of large) {
    const [id, scenario, answer] = name.split(' ');
    const sibling = found.find((one) => one.name === `${id} ${scenario} (smaller) ${answer}`);
    expect({ name, traces: sibling && tracesOf(sibling) }).toEqual({ name, traces: expect.any(Number) });
  }
});

test('without each reduction the same is said of starters and solutions: failures, races, hangs and outcomes', () => {
  expect(wrong(({ reductions }) => reductions)).toEqual({});
});

test('the least counterexample of every answer is the same without reductions', () => {
  expect(wrong(({ minima }) => minima)).toEqual({});
});

const CIRCLES = ['spins-forever', 'livelock'];
const HANGS = ['lost-wakeup', 'waits-forever', 'starved', 'never-starts', 'deadlock'];

/** What a replay can say of a failure: it follows a circle once, and sees of a hang that nothing moves. */
function replayable(failure: { readonly kind: string; readonly summary: unknown } | undefined): unknown {
  if (!failure || CIRCLES.includes(failure.kind)) return 'goes on';
  return HANGS.includes(failure.kind) ? 'nothing moves' : { kind: failure.kind, summary: failure.summary };
}

test('every counterexample of every engine is the same failure when its token is replayed in another process', async () => {
  const programs = new Map(answersOf(import.meta.dirname).map(({ name, program }) => [name, program]));
  const file = join(root, 'tokens.json');
  const tokens = reports().map(({ name, token }) => ({ program: programs.get(name), token }));
  writeFileSync(file, JSON.stringify(tokens));
  const replayed: Replayed[] = [];
  expect(await runBundled('replays', [file], (line) => replayed.push(JSON.parse(line) as Replayed))).toBe(0);
  expect(replayed.length).toBeGreaterThan(150);
  const wanted = reports().map((one) => ({ name: one.name, token: one.token, says: replayable(one) }));
  const said = replayed.map(({ token, failure, divergedAt, ended }, i) => ({
    name: wanted[i]?.name,
    token: divergedAt === undefined ? token : `diverged at ${divergedAt}`,
    says: failure || ended === 'open' ? replayable(failure) : ended,
  }));
  expect(said).toEqual(wanted);
});

test('`workloop replay` shows it for an answer of each exercise', () => {
  const programs = answersOf(import.meta.dirname);
  const exercises = new Map(
    reports()
      .filter(({ name }) => !/smaller|given/.test(name))
      .map((one) => [one.name.slice(0, 3), one]),
  );
  expect(exercises.size).toBeGreaterThan(8);
  for (const [id, { name, token }] of exercises) {
    const folder = join(root, id);
    const { files = {}, trusted = [] } = programs.find((one) => one.name === name)?.program ?? {};
    for (const [path, text] of Object.entries(files)) {
      if (trusted.includes(path)) continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(project, 'scripts/workloop.mjs'), 'replay', id, folder, token],
      { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
    );
    expect({ name, status, stderr }).toEqual({ name, status: 1, stderr: '' });
    expect(stdout).not.toContain('has changed since');
  }
});
