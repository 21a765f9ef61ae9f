import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const project = join(import.meta.dirname, '../..');
const samples = join(project, 'exercises/sample-class/submissions');
const root = mkdtempSync(join(tmpdir(), 'cli-'));
const own = join(root, 'own');
afterAll(() => rmSync(root, { recursive: true, force: true }));

function workloop(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(project, 'scripts/workloop.mjs'), ...args],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    },
  );
  return { status, stdout, stderr };
}

const counter = (bump: string): string => `import { OSIncrementAtomic, atomic, type Op } from 'workloop';
export class Counter {
  count = atomic(0);
  *bump(): Op<unknown> { ${bump} }
}
`;

beforeAll(() => {
  mkdirSync(own);
  writeFileSync(join(own, 'right.ts'), counter('return yield* OSIncrementAtomic(this.count);'));
  writeFileSync(join(own, 'wrong.ts'), counter('yield* this.count.set((yield* this.count.get()) + 1);'));
  writeFileSync(join(own, 'endless.ts'), counter('for (let n = 0; ; n++) yield* this.count.set(n);'));
  writeFileSync(join(root, 'outside.ts'), counter('return 0;'));
  symlinkSync(join(root, 'outside.ts'), join(own, 'link.ts'));
  for (const [name, from] of Object.entries({
    right: './right',
    wrong: './wrong',
    endless: './endless',
    outside: '../outside',
    link: './link',
  })) {
    writeFileSync(
      join(own, `${name}-scenario.ts`),
      `import { inTheEnd, scenario } from 'workloop/run';
import { Counter } from '${from}';
export default scenario({
  title: { en: 'Two count', 'zh-Hans': '两个线程计数' },
  *setup() {
    const counter = new Counter();
    return { threads: { A: [() => counter.bump()], B: [() => counter.bump()] }, watch: { count: counter.count } };
  },
  properties: [inTheEnd({ en: 'the count is 2', 'zh-Hans': '计数是 2' }, (s) => s.value('count') === 2)],
});
`,
    );
  }
});

test('check says what holds and exits with 0', () => {
  const { status, stdout } = workloop('check', '02a', join(samples, 'right-02a'));
  expect(status).toBe(0);
  expect(stdout).toMatch(/Two threads draw two numbers each +6\/6 {2}Holds in all \d+ states\./);
  expect(stdout).toMatch(/Points +10\/10/);
});

test('check shows the run that fails, with a token that replays to the same failure', () => {
  const folder = join(samples, 'wrong-02a');
  const { status, stdout } = workloop('check', '02a', folder);
  expect(status).toBe(1);
  expect(stdout).toMatch(/One draws, one drains +0\/4 {2}Fails with 1 preemption\./);
  expect(stdout).toContain('counter.ts:');
  const token = /replay: (wl2:\S+)/.exec(stdout)?.[1] ?? '';
  // Nobody sleeps or waits, and there is no gate.
  expect(stdout).toMatch(/^ {2}· done, or nothing to do$/m);
  const replayed = workloop('replay', '02a', folder, token);
  expect(replayed.status).toBe(1);
  expect(replayed.stdout).toContain('▸');
  expect(workloop('replay', '02a', join(samples, 'right-02a'), token).stdout).toContain(
    'The program has changed since',
  );
});

test('check speaks Chinese', () => {
  const { status, stdout } = workloop('check', '02a', join(samples, 'wrong-02a'), '--lang', 'zh-Hans');
  expect(status).toBe(1);
  expect(stdout).toContain('不成立，抢占 1 次就会出错。');
});

test('check says why it cannot take a folder', () => {
  const folder = join(root, 'linked');
  cpSync(join(samples, 'right-02a'), folder, { recursive: true });
  symlinkSync('/etc/passwd', join(folder, 'passwd'));
  expect(workloop('check', '02a', folder)).toMatchObject({
    status: 1,
    stdout: '',
    stderr: 'passwd is a link. Hand in the file itself.\n',
  });
});

test('check notices that a folder says it is for another exercise', () => {
  expect(workloop('check', '14a', join(samples, 'right-02a'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('another exercise than 14a'),
  });
});

test('explore checks a program of one’s own', () => {
  expect(workloop('explore', join(own, 'right-scenario.ts'))).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^Holds in all \d+ states\.\n$/),
  });
  const { status, stdout } = workloop('explore', 'own/wrong-scenario.ts');
  expect(status).toBe(1);
  const token = /replay: (wl2:\S+)/.exec(stdout)?.[1] ?? '';
  expect(workloop('replay', 'own/wrong-scenario.ts', token)).toMatchObject({ status: 1 });
});

test('explore --json prints the verdict as data', () => {
  const { stdout } = workloop('explore', join(own, 'wrong-scenario.ts'), '--json');
  expect(JSON.parse(stdout)).toMatchObject({ verdict: 'fails', failure: { kind: 'property' } });
});

test('a bound that was met exits with 3', () => {
  const { status, stdout } = workloop('explore', join(own, 'endless-scenario.ts'));
  expect(stdout).toMatch(/^Inconclusive: .*endless\.ts:\d+ .* steps without repeating itself/);
  expect(status).toBe(3);
});

test.each(['outside', 'link'])('explore reads nothing outside the file’s folder: %s', (name) => {
  const { status, stdout } = workloop('explore', join(own, `${name}-scenario.ts`));
  expect(status).not.toBe(0);
  expect(stdout).not.toContain('Holds');
});

test.each([
  ['check', '02a'],
  ['check', '99z', '.'],
  ['check', '02a', 'nowhere'],
  ['grade', 'nowhere', '--out', 'x'],
  ['grade', '.'],
  ['grade', '.', '--out', 'results'],
  ['explore', 'nowhere.ts'],
  ['replay', '02a', '.', 'nonsense'],
  ['replay', '02a', samples, 'wl1:elsewhere:A-ld'],
  ['doctor', '--exercises'],
  ['nothing'],
])('%s %s %s is a matter of usage: 2', (...args) => {
  expect(workloop(...args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^.+\n$/) });
});

test('--exercises takes exercises of one’s own, and says what is wrong with them', () => {
  const exercise = join(root, 'exercises/mine');
  cpSync(join(project, 'exercises/1-locks/02a-lost-update'), exercise, { recursive: true });
  const answer = join(root, 'answer');
  mkdirSync(answer);
  cpSync(join(samples, 'right-02a/counter.ts'), join(answer, 'counter.ts'));
  const file = join(exercise, 'exercise.json');
  const text = readFileSync(file, 'utf8');
  const check = (): ReturnType<typeof workloop> =>
    workloop('check', 'mine', answer, '--exercises', join(root, 'exercises'));

  writeFileSync(file, text.replace('"02a"', '"mine"'));
  expect(check()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^mine /) });
  writeFileSync(file, text.replace('"points": 6', '"points": 6.5'));
  expect(check()).toMatchObject({
    status: 2,
    stderr: 'exercises/mine/exercise.json is not valid: two-threads.points: an integer\n',
  });
});

test('doctor finds the child sealed off on this machine', () => {
  const { status, stdout } = workloop('doctor');
  expect(stdout).toMatch(/it cannot read other files +yes/);
  expect(stdout).toMatch(/it cannot write files +yes/);
  expect(stdout).toMatch(/it cannot start programs +yes/);
  expect(stdout).toContain('isolation: process');
  expect(status).toBe(0);
});
