import { expect, test } from 'vitest';
import { violations } from './violations.ts';

test('a kernel file may import effects and its own folder', () => {
  const source = `import { load } from '../effects/cell.ts';\nimport { Mutex } from './mutex.ts';`;
  expect(violations('runtime/src/kernel/thread.ts', source)).toEqual([]);
});

test('a kernel file that imports iokit is found, with its line', () => {
  const source = `import { load } from '../effects/cell.ts';\nimport { IOLock } from '../iokit/IOLock.ts';`;
  expect(violations('runtime/src/kernel/thread.ts', source)).toEqual([
    'runtime/src/kernel/thread.ts:2: kernel must not know iokit',
  ]);
});

test.each([
  `export { IOLock } from '../iokit/IOLock.ts';`,
  `export * from '../iokit/index.ts';`,
  `import '../iokit/IOLock.ts';`,
  `import type { IOLock } from '../iokit/IOLock.ts';`,
  `const lock = await import('../iokit/IOLock.ts');`,
  `new Worker(new URL('../iokit/IOLock.ts', import.meta.url));`,
])('no spelling of an import passes: %s', (source) => {
  expect(violations('runtime/src/kernel/thread.ts', source)).toEqual([
    'runtime/src/kernel/thread.ts:1: kernel must not know iokit',
  ]);
});

test('a folder inside a part sees what its part sees', () => {
  const source = `import { load } from '../../effects/cell.ts';\nimport { Disk } from '../../devices/Disk.ts';`;
  expect(violations('runtime/src/kernel/race/clock.ts', source)).toEqual([
    'runtime/src/kernel/race/clock.ts:2: kernel must not know devices',
  ]);
});

test('explore may name the types of guest but not run its code', () => {
  const file = 'runtime/src/explore/graph.ts';
  expect(violations(file, `import type { Guest } from '../guest/guest.ts';`)).toEqual([]);
  expect(violations(file, `import { type Guest } from '../guest/guest.ts';`)).toEqual([]);
  expect(violations(file, `import { memo } from '../guest/memo.ts';`)).toHaveLength(1);
});

test('the site and the grader reach the runtime by its public names only', () => {
  for (const file of ['site/components/Timeline/index.tsx', 'exercises/grader/check.ts']) {
    expect(violations(file, `import { explore } from 'workloop/run';\nimport clsx from 'clsx';`)).toEqual([]);
    expect(violations(file, `import { step } from 'workloop/src/kernel/step.ts';`)).toHaveLength(1);
    expect(violations(file, `import { step } from '@site/runtime/src/kernel/step.ts';`)).toHaveLength(1);
    const up = '../'.repeat(file.split('/').length - 1);
    expect(violations(file, `import { step } from '${up}runtime/src/kernel/step.ts';`)).toHaveLength(1);
  }
});

test('only the parts that need a package may import it', () => {
  const source = `import { parse } from 'acorn';\nimport { readFileSync } from 'node:fs';`;
  expect(violations('runtime/src/guest/instrument/places.ts', source)).toEqual([
    'runtime/src/guest/instrument/places.ts:2: guest must not know node:fs',
  ]);
  expect(violations('runtime/src/run/threads/worker.ts', source)).toEqual([]);
});

test('a folder nobody has placed is refused until the rules name it', () => {
  expect(violations('runtime/src/helpers/text.ts', '')).toEqual([
    'runtime/src/helpers/text.ts: helpers has no entry in scripts/walls/rules.ts',
  ]);
});

test("a learner's program names the runtime and its own files, and no package", () => {
  const source = `import { IOService } from 'workloop';\nimport { Fan } from './starter.ts';\nimport 'node:fs';`;
  expect(violations('exercises/gate/fan/solution.ts', source)).toEqual([
    'exercises/gate/fan/solution.ts:3: programs must not know node:fs',
  ]);
});
