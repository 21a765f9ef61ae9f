import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { createEngine } from './createEngine.ts';
import type { ExerciseFiles } from './protocol.ts';

const wasm = createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm');
const engine = await createEngine({ wasm: readFileSync(wasm) });

const exercise: ExerciseFiles = {
  id: '99a',
  kind: 'schedule',
  version: 1,
  edit: ['schedules.txt'],
  scenarios: [
    { id: 'race', file: 'two.ts', points: 3, title: { en: 'race', 'zh-Hans': '竞争' }, expects: 'data-race' },
  ],
  files: {
    'two.ts': `import { cell, panic, unsynchronized } from 'workloop';
import { scenario } from 'workloop/run';
export default scenario({
  title: { en: 'two', 'zh-Hans': '两个' },
  *setup() {
    const [plain, flag] = [cell(0), unsynchronized(0)];
    const fail = function* () { yield* panic('out'); };
    const write = function* () { yield* flag.get(); yield* plain.set(1); };
    return { threads: { A: [write], B: [write], C: [fail] }, watch: { plain, flag } };
  },
  properties: [],
});`,
  },
};

async function graded(text: string): Promise<{ points: number; said: string | undefined }> {
  const { points, scenarios } = await engine.grade(exercise, { 'schedules.txt': text });
  return { points, said: scenarios[0]?.sentence.en };
}

test('a token that leads to the failure gets the points, wherever it stands among remarks and other tokens', async () => {
  const { points, said } = await graded('# mine\n\nnonsense\r\n  wl1:two:A-ld;B-ld  \nwl1:two:C-pn');
  expect(said).toMatch(/^Shown: data race on /);
  expect(points).toBe(3);
});

test('a token that leads to another failure gets none, and is told which', async () => {
  const { points, said } = await graded('wl1:two:C-pn');
  expect(said).toMatch(
    /^This schedule shows another failure, and not one that is asked for: the kernel panics/,
  );
  expect(points).toBe(0);
});

test('a flood of tokens is not followed', async () => {
  const { points, said } = await graded('wl1:two:A-ld\n'.repeat(101));
  expect(said).toMatch(/^These are more than 100 tokens/);
  expect(points).toBe(0);
});

test('nothing handed in is not a pass', async () => {
  expect(await engine.grade(exercise, {})).toMatchObject({ status: 'fail', points: 0, of: 3 });
});
