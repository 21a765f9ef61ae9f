import { expect, test } from 'vitest';
import type { Progress } from '../verdict.ts';
import { exploreDpor } from './exploreDpor.ts';
import { guessLeft } from './guessLeft.ts';
import { lockCounter } from './testing/programs.ts';

const properties = { properties: [], watch: {} };

test('somebody may stop it, and hears how many traces there were and a guess of how many are left', () => {
  const { kernel, initial } = lockCounter(3, 3);
  const heard: Progress[] = [];
  const { verdict, runs } = exploreDpor(kernel, initial, {
    properties,
    onProgress: (progress) => heard.push(progress),
    cancelled: () => heard.length === 1,
  });
  expect([verdict.verdict, heard.length]).toEqual(['cancelled', 1]);
  expect(heard[0].traces).toBe(runs);
  expect(runs).toBeLessThan(1680);
  expect(heard[0].left).toBeGreaterThan(0);
});

test('the guess is right where all branches are alike', () => {
  const branching = (done: number, left: number) => ({
    sleep: Array.from({ length: done + 1 }, () => undefined as never),
    asleep: 1,
    tree: Array.from({ length: left }, () => undefined as never),
  });
  // two of four and one of three done: 2 · 3 + 1 and the present one, of 12
  expect(guessLeft(8, [branching(2, 2), branching(0, 1), branching(1, 2)])).toBe(4);
  expect(guessLeft(1, [branching(0, 1), branching(0, 0)])).toBe(0);
});
