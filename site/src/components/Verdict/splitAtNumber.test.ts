import { expect, it } from 'vitest';
import { splitAtNumber } from './splitAtNumber';

it.each([
  ['Holds in all 11,321 states.', '11,321'],
  ['在全部 11,321 个状态中均成立。', '11,321'],
  ['抢占不超过 2 次时成立：共 24 个轨迹类。', '2'],
  ['没有结论：2,000 步之后还没有结束。', '2,000'],
  ['Holds on x86, with its store buffers, in all 14 states.', '14'],
  ['Inconclusive: a loop at disk2.ts:12 went on for 5,000 steps.', '5,000'],
  ['Holds in its only state.', ''],
])('finds the number of “%s”', (sentence, number) => {
  const parts = splitAtNumber(sentence);
  expect(parts[1]).toBe(number);
  expect(parts.join('')).toBe(sentence);
});
