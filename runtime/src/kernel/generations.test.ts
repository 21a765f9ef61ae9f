import { expect, test } from 'vitest';
import type { Effect } from '../effects/index.ts';
import { World } from './testing/world.ts';

/** A stalls between the two steps of a setting, B sets a timer over and over, C compares what it loads. */
const setting = (times: number): World =>
  new World((p) => {
    const timer = p.threadCall();
    const does = (...steps: Parameters<typeof p.generation>[1][]): Effect[] =>
      steps.map((step) => p.generation(timer, step));
    return {
      A: [does('load', 'increment')],
      B: [Array.from({ length: times }, () => does('load', 'increment')).flat()],
      C: [does('load', 'is current')],
    };
  });
const twice = (name: string, times: number): string[] => Array.from({ length: 2 * times }, () => name);

test('a number is current until the timer is set', () => {
  expect(setting(1).step('C', 'C').answers('C')).toEqual([undefined, true]);
  expect(
    setting(1)
      .step('C', ...twice('B', 1), 'C')
      .answers('C'),
  ).toEqual([undefined, false]);
});

test('a setting that was overtaken counts on from what it has loaded, and an old number is current again', () => {
  const w = setting(3).step('A', ...twice('B', 1), 'C', ...twice('B', 2));
  expect(w.step('A', 'C').answers('C')).toEqual([undefined, true]);
});

test('two numbers that are far apart never meet', () => {
  const meets = (apart: number): unknown =>
    setting(2 * apart)
      .step('A', ...twice('B', apart), 'C', 'A', ...twice('B', apart - 1), 'C')
      .answers('C')[1];
  expect(meets(10)).toBe(true);
  expect(meets(20)).toBe(false);
});

test('a timer that is set again and again comes back to the same state', () => {
  const w = setting(40);
  const timer = w.kernel.callouts[0].slot;
  const words = (): string => w.s.slice(timer, timer + 6).join();
  const before = words();
  expect(w.step(...twice('B', 40)) && words()).toBe(before);
});
