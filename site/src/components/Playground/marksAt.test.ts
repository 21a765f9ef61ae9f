import { expect, it } from 'vitest';
import type { Trace } from 'workloop/trace';
import disk from '../Timeline/fixtures/disk.trace.json';
import { marksAt } from './marksAt';

it('marks where every context that has moved stands, in its own tone', () => {
  expect(marksAt(disk as unknown as Trace, 5)).toEqual([
    { file: 'disk.ts', line: 34, tone: 'thread-1', letter: 'A' },
    { file: 'disk.ts', line: 26, tone: 'thread-2', letter: 'B' },
  ]);
});
