import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostile } from '../grader/testing/hostile.ts';
import { createEngine } from 'workloop/run';
import { findExercise, loadExercises } from '../grader/exercises.ts';
import { emptyAndHostile, hostileNames, makeClass } from '../grader/testing/make-class.ts';

const project = join(import.meta.dirname, '../..');
const samples = join(import.meta.dirname, 'submissions');
const root = mkdtempSync(join(tmpdir(), 'class-'));
const submissions = join(root, 'submissions');
const out = join(root, 'results');
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Recorded {
  readonly status: string;
  readonly exercise: string | null;
  readonly digest: string | null;
  readonly points: number;
  readonly of: number;
  readonly refusal?: { readonly code: string };
}

function workloop(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(project, 'scripts/workloop.mjs'), ...args, '--lang', 'en'],
    { cwd: root, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

/** Everything below a folder: paths, links and bytes. */
function snapshot(folder: string): string[] {
  return readdirSync(folder, { encoding: 'utf8' }).flatMap((name) => {
    const path = join(folder, name);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) return [path, ...snapshot(path)];
    if (stat?.isSymbolicLink()) return `${path} -> ${readlinkSync(path)}`;
    return stat?.isFile() ? `${path} ${digest(readFileSync(path))}` : path;
  });
}

const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Records by student, each as the grader wrote it. */
function recordsOf(results: string): Map<string, Recorded[]> {
  const found = new Map<string, Recorded[]>();
  const folder = join(results, 'records');
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.envelope.json'))) {
    const { folder: student, record } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const graded = JSON.parse(readFileSync(join(folder, record), 'utf8')) as Recorded;
    found.set(student, [...(found.get(student) ?? []), graded]);
  }
  return found;
}

let before: string[];
let ran: ReturnType<typeof workloop>;
let records: Map<string, Recorded[]>;

beforeAll(() => {
  mkdirSync(submissions);
  makeClass(submissions);
  before = snapshot(submissions);
  ran = workloop('grade', submissions, '--out', out);
  records = recordsOf(out);
});

/** What each of the committed submissions and of those made here must come to. */
const graded: Readonly<Record<string, readonly [status: string, points: number]>> = {
  'right-02a': ['pass', 10],
  'right-14a': ['pass', 15],
  'wrong-02a': ['fail', 6],
  'wrong-14a': ['fail', 10],
  'loops-at-top-level': ['fuel-exceeded', 0],
  'loops-in-a-thread': ['fuel-exceeded', 0],
  'loops-in-a-getter': ['fuel-exceeded', 0],
  'has-windows-lines': ['pass', 10],
};

const refused: Readonly<Record<string, string>> = {
  'links-a-file': 'cli.refused.link',
  'links-a-folder': 'cli.refused.link',
  'links-hard': 'cli.refused.link',
  'is-a-link': 'cli.refused.link',
  'waits-on-a-pipe': 'cli.refused.special',
  'is-too-big': 'cli.refused.too-big',
  'is-too-big-together': 'cli.refused.too-big-together',
  'is-too-many': 'cli.refused.too-many',
  'is-too-deep': 'cli.refused.too-deep',
  'is-not-utf8': 'cli.refused.not-utf8',
  'is-utf16': 'cli.refused.not-utf8',
  'is-empty': 'cli.refused.empty',
  [emptyAndHostile]: 'cli.refused.empty',
  'says-nonsense': 'cli.refused.bad-submission-json',
  'names-another-exercise': 'cli.refused.unknown-exercise',
  'notes.txt': 'cli.refused.not-a-folder',
  'a\uFFFD': 'cli.refused.name',
};

describe('the sample class', () => {
  test('is graded to the end, and says so', () => {
    expect(ran.stderr).toBe('');
    expect(ran.status).toBe(0);
    expect(ran.stdout).toContain(`${records.size} submissions in`);
  });

  test('has exactly one record for each submission', () => {
    const handedIn = readdirSync(submissions, { encoding: 'buffer' }).map((name) => name.toString('utf8'));
    expect([...records.keys()].toSorted()).toEqual(handedIn.toSorted());
    expect([...records.values()].filter((all) => all.length !== 1)).toEqual([]);
  });

  test.each(Object.entries(graded))('%s: %s', (student, [status, points]) => {
    expect(records.get(student)).toMatchObject([{ status, points }]);
  });

  test.each(hostile.map((row) => [row.student, row.status, row.exercise]))(
    '%s: %s',
    (student, status, exercise) => {
      expect(records.get(student)).toMatchObject([{ status, exercise }]);
    },
  );

  test.each(Object.entries(refused).map(([student, code]) => [JSON.stringify(student), code, student]))(
    '%s: refused as %s',
    (_, code, student) => {
      expect(records.get(student)).toMatchObject([{ status: 'refused', points: 0, refusal: { code } }]);
    },
  );

  test.each(hostileNames.map((name) => [JSON.stringify(name), name]))(
    'a student called %s is graded',
    (_, name) => {
      expect(records.get(name)).toMatchObject([{ status: 'pass' }]);
    },
  );

  test('no hostile submission has all the points', () => {
    const all = hostile.flatMap(({ student }) => records.get(student) ?? []);
    expect(all.filter(({ points, of }) => points >= of)).toEqual([]);
  });

  test('nothing is written but the records, the summary and the ledger', () => {
    expect(snapshot(submissions)).toEqual(before);
    expect(readdirSync(root).toSorted()).toEqual(['results', 'submissions']);
    expect(readdirSync(out).toSorted()).toEqual(['ledger', 'records', 'summary.csv']);
    const names = readdirSync(join(out, 'records'));
    expect(
      names.filter((name) => !/^[A-Za-z0-9-]{1,40}\.[0-9a-f]{16}(\.envelope)?\.json$/.test(name)),
    ).toEqual([]);
    expect(names).toHaveLength(2 * records.size);
  });

  test('every record is at most 1 MB', () => {
    const sizes = readdirSync(join(out, 'records')).map((name) => statSync(join(out, 'records', name)).size);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1024 * 1024);
  });

  test('the summary has a quoted row for each, and no cell that is a formula', () => {
    const text = readFileSync(join(out, 'summary.csv'), 'utf8');
    expect(text.match(/\r\n/g)).toHaveLength(records.size + 1);
    expect(text).not.toMatch(/(^|,|\n)"?[=+\-@]/);
    expect(text).toContain(`"'=cmd()"`);
    expect(text).toContain('"a,b""c"');
  });

  test('the terminal is told about hostile names without obeying them', () => {
    // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(ran.stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
  });
});

test.each([
  ['right-02a', 'counter.ts'],
  ['wrong-02a', 'counter.ts'],
  ['wrong-14a', 'disk.ts'],
  ['loops-in-a-thread', 'counter.ts'],
])('the engine itself, as the page runs it, comes to the same record of %s', async (student, file) => {
  const wasm = createRequire(join(project, 'runtime/package.json')).resolve(
    '@jitl/quickjs-wasmfile-release-sync/wasm',
  );
  const engine = await createEngine({ wasm: readFileSync(wasm) });
  const [recorded] = records.get(student) ?? [];
  const exercise = findExercise(loadExercises(join(project, 'exercises')), recorded?.exercise ?? '');
  const text = readFileSync(join(samples, student, file), 'utf8');
  const { digest: _, ...rest } = recorded ?? {};
  expect(JSON.stringify(await engine.grade(exercise.files, { [file]: text }))).toBe(JSON.stringify(rest));
});

describe('grading again', () => {
  const few = join(root, 'few');
  const results = join(root, 'few-results');
  const ledger = join(results, 'ledger');
  const right = ['a', 'b', 'c', 'd'];
  let first: Map<string, Recorded[]>;

  beforeAll(() => {
    for (const name of right) cpSync(join(samples, 'right-02a'), join(few, name), { recursive: true });
    workloop('grade', few, '--out', results, '--jobs', '1');
    first = recordsOf(results);
  });

  test('is refused without --resume', () => {
    expect(workloop('grade', few, '--out', results)).toMatchObject({ status: 2, stdout: '' });
  });

  test('with --resume grades what is new, what has changed and what a crash has torn, and nothing else', () => {
    const lines = readFileSync(ledger, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(right.length);
    writeFileSync(ledger, `${lines.slice(0, -1).join('\n')}\n${(lines.at(-1) ?? '').slice(0, 20)}`);
    cpSync(join(samples, 'wrong-02a'), join(few, 'b'), { recursive: true });
    cpSync(join(samples, 'wrong-02a'), join(few, 'e'), { recursive: true });

    const again = workloop('grade', few, '--out', results, '--resume');
    expect(again.status).toBe(0);
    expect(again.stdout).toContain('2 taken from the run before.');
    const wrong = [expect.objectContaining({ status: 'fail', points: 6 })];
    expect(Object.fromEntries(recordsOf(results))).toEqual({
      ...Object.fromEntries(first),
      b: wrong,
      e: wrong,
    });
  });

  test('waits for nobody who is dead, and does not write beside one who is alive', () => {
    const lock = join(results, '.grading');
    writeFileSync(lock, String(process.pid));
    expect(workloop('grade', few, '--out', results, '--resume')).toMatchObject({ status: 2 });
    writeFileSync(lock, '0');
    expect(workloop('grade', few, '--out', results, '--resume')).toMatchObject({ status: 0 });
  });
});

describe('a grader that is stopped by the clock', () => {
  test('says it is its own fault, has a record for each, and exits with 3', () => {
    const two = join(root, 'two');
    mkdirSync(two);
    writeFileSync(join(two, 'nothing'), '');
    mkdirSync(join(two, 'one'));
    writeFileSync(join(two, 'one/counter.ts'), 'export class Counter {}');
    const late = join(root, 'late');
    const stopped = workloop('grade', two, '--out', late, '--timeout', '0.001');
    expect(stopped.status).toBe(3);
    expect(recordsOf(late).get('one')).toMatchObject([{ status: 'system-timeout', points: 0, of: 10 }]);
    expect(recordsOf(late).get('nothing')).toMatchObject([{ status: 'refused' }]);
    expect(readFileSync(join(late, 'ledger'), 'utf8')).toBe('');
  });
});

describe('--only', () => {
  test('leaves out what says it is for another exercise', () => {
    const only = join(root, 'only');
    expect(workloop('grade', samples, '--out', only, '--only', '14a').status).toBe(0);
    expect([...recordsOf(only).keys()].toSorted()).toEqual(['right-14a', 'wrong-14a']);
  });
});
