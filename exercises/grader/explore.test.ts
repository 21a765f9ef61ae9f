import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EngineReport } from 'workloop/run';
import { problems, type Schema } from './testing/validate.ts';

const project = join(import.meta.dirname, '../..');
const root = mkdtempSync(join(tmpdir(), 'explore-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, 'schema/explore.schema.json'), 'utf8'),
) as Schema;

/** Each a method of a class with a lock, two cells and an atomic word. */
const methods = {
  counts: 'const r = yield* this.word.get(); yield* this.word.set(r + 1); return r;',
  races: 'yield* this.cell.set((yield* this.cell.get()) + 1); return 0;',
  locks: 'yield* IOLockLock(this.lock); yield* this.cell.set(1); yield* IOLockUnlock(this.lock); return 0;',
  keeps: 'yield* IOLockLock(this.lock); return 0;',
  spins: 'while ((yield* this.word.get()) === 0) ; return 0;',
  breaks: 'return this.nothing.at.all;',
} as const;
type Method = keyof typeof methods;

beforeAll(() => {
  const body = Object.entries(methods).map(([name, text]) => `  *${name}(): Op<unknown> { ${text} }`);
  writeFileSync(
    join(root, 'thing.ts'),
    `import { IOLockAlloc, IOLockLock, IOLockUnlock, cell, unsynchronized, type Op } from 'workloop';
export class Thing {
  word = unsynchronized(0);
  cell = cell(0);
  lock = IOLockAlloc();
  declare nothing: { at: { all: number } };
${body.join('\n')}
}
`,
  );
  for (const method of Object.keys(methods)) {
    for (const property of ['', 'always']) {
      writeFileSync(
        join(root, `${method}${property}.ts`),
        `import { always, scenario } from 'workloop/run';
import { Thing } from './thing';
export default scenario({
  title: { en: 'Three threads', 'zh-Hans': '三个线程' },
  *setup() {
    const thing = new Thing();
    const call = () => thing.${method}();
    return { threads: { A: [call], B: [call], C: [call] }, watch: { word: thing.word } };
  },
  properties: [${property && `always({ en: 'small', 'zh-Hans': '小' }, (s) => s.value('word') < 9)`}],
});
`,
      );
    }
  }
});

beforeAll(() => {
  writeFileSync(
    join(root, 'many.ts'),
    `import { scenario } from 'workloop/run';
import { Thing } from './thing';
export default scenario({
  title: { en: 'Many threads', 'zh-Hans': '许多线程' },
  *setup() {
    const thing = new Thing();
    const threads = Array.from({ length: 64 }, (_, i) => [\`T\${i}\`, [() => thing.counts()]]);
    return { threads: Object.fromEntries(threads) };
  },
  properties: [],
});
`,
  );
});

function explore(file: string, ...options: readonly string[]): { status: number | null; stdout: string } {
  const args = [join(project, 'scripts/workloop.mjs'), 'explore', join(root, file), ...options];
  return spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
}

function report(method: Method | 'countsalways', ...options: readonly string[]): EngineReport {
  const json: unknown = JSON.parse(explore(`${method}.ts`, ...options, '--json').stdout);
  expect(problems(json, schema)).toEqual([]);
  return json as EngineReport;
}

test('the state graph is who looks, unless one says otherwise', () => {
  expect(report('locks')).toMatchObject({ engine: 'graph', verdict: 'holds', guarantee: 'every-schedule' });
});

test('--engine dpor counts trace classes and knows every outcome', () => {
  const found = report('counts', '--engine', 'dpor');
  expect(found).toMatchObject({ engine: 'dpor', verdict: 'holds', traces: 36, redundant: 0, deadlocks: 0 });
  const graph = report('counts');
  const results = (one: EngineReport): string[] =>
    one.outcomes.map((o) => JSON.stringify([o.results, o.watched])).toSorted();
  expect(results(found)).toEqual(results(graph));
  expect(explore('counts.ts', '--engine', 'dpor')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Holds under every schedule: 36 trace classes.'),
  });
});

test('--bound-preemptions counts those that need so few', () => {
  const found = report('counts', '--engine', 'dpor', '--bound-preemptions', '1');
  expect(found).toMatchObject({ guarantee: 'preemption-bound', traces: 24, tracesByPreemptions: [6, 24] });
});

test('dpor goes on after a failure, and names every race', () => {
  const found = report('races', '--engine', 'dpor');
  expect(found).toMatchObject({
    verdict: 'fails',
    traces: 36,
    races: ['thing.cell'],
    failure: { kind: 'data-race' },
  });
});

test('--engine all asks each, and the token of each replays', () => {
  const { status, stdout } = explore('keeps.ts', '--engine', 'all', '--json');
  const json: unknown = JSON.parse(stdout);
  expect(problems(json, schema)).toEqual([]);
  const reports = json as readonly EngineReport[];
  expect(reports.map(({ engine, verdict }) => [engine, verdict])).toEqual([
    ['graph', 'fails'],
    ['dpor', 'fails'],
    ['sample', 'fails'],
  ]);
  expect(status).toBe(1);
  for (const { failure } of reports) {
    const args = [
      join(project, 'scripts/workloop.mjs'),
      'replay',
      join(root, 'keeps.ts'),
      failure?.token ?? '',
    ];
    expect(spawnSync(process.execPath, args, { encoding: 'utf8' }).status).toBe(1);
  }
});

test('--engine portfolio names who was done first', () => {
  expect(report('counts', '--engine', 'portfolio')).toMatchObject({ engine: 'graph', verdict: 'holds' });
  const { status, stdout } = explore('locks.ts', '--engine', 'portfolio');
  expect([status, stdout.split('\n')[0]]).toEqual([0, expect.stringMatching(/^State graph: \d+ states?\.$/)]);
});

test('--all goes on after a failure: every state and every outcome', () => {
  const [first, all] = [report('races'), report('races', '--all')];
  expect(all.failure).toEqual(first.failure);
  expect(all.states).toBeGreaterThan(first.states);
  expect(all.outcomes.length).toBeGreaterThan(first.outcomes.length);
  expect(report('races', '--engine', 'dpor', '--all')).toMatchObject({ traces: 36, redundant: 0 });
});

test.each(['graph', 'portfolio'])(
  '64 threads are too many for --engine %s, which says what stopped it',
  (engine) => {
    const { status, stdout } = explore('many.ts', '--engine', engine, '--states', '5000', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'inconclusive', bound: 'states', guarantee: 'none' });
    expect(status).toBe(3);
    expect(explore('many.ts', '--states', '5000').stdout).toMatch(/^Inconclusive: stopped at 5,000 states\./);
  },
);

test('--engine sample never calls it a proof', () => {
  const found = report('locks', '--engine', 'sample', '--samples', '50', '--seed', '3');
  expect(found).toMatchObject({ verdict: 'inconclusive', bound: 'samples', samples: 50, guarantee: 'none' });
});

test('--workers shares the samples out, and says what one says who takes them all', () => {
  const options = ['--engine', 'sample', '--samples', '2500', '--seed', '3'];
  const shared = report('counts', ...options, '--workers', '2');
  expect(shared).toEqual(report('counts', ...options));
  expect(shared).toMatchObject({ verdict: 'inconclusive', bound: 'samples', samples: 2500 });
  expect(report('keeps', ...options, '--workers', '3')).toEqual(report('keeps', ...options));
});

test.each([
  ['countsalways', 'state-properties'],
  ['spins', 'loops'],
] as const)('dpor says why it is not for %s', (method, refused) => {
  expect(report(method, '--engine', 'dpor')).toMatchObject({ verdict: 'inconclusive', refused });
  expect(explore(`${method}.ts`, '--engine', 'dpor').status).toBe(3);
});

test('a program that cannot run is an error for every engine', () => {
  for (const engine of ['graph', 'dpor', 'sample'])
    expect(report('breaks', '--engine', engine).verdict).not.toBe('holds');
});

test.each([
  ['--engine', 'nonsense'],
  ['--bound-preemptions', '1'],
  ['--bound-preemptions', 'few'],
  ['--samples', '0'],
  ['--workers', '2'],
  ['--states', '0'],
])('%s %s is a matter of usage: 2', (...options) => {
  expect(explore('counts.ts', ...options)).toMatchObject({ status: 2, stdout: '' });
});

test('the schema refuses what is not a report', () => {
  const found = report('counts');
  expect(problems({ ...found, verdict: 'perhaps' }, schema)).not.toEqual([]);
  expect(problems({ ...found, more: 1 }, schema)).not.toEqual([]);
  expect(problems({ ...found, outcomes: undefined }, schema)).not.toEqual([]);
});
