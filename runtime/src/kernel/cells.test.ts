import { expect, test } from 'vitest';
import { World } from './testing/world.ts';
import type { Handle } from '../effects/index.ts';

test('a load answers what was stored last', () => {
  const w = new World((p) => {
    const x = p.cell(1);
    return { A: [[p.load(x), p.store(x, 2), p.load(x)]] };
  }).step('A', 'A', 'A');
  expect(w.answers('A')).toEqual([1, undefined, 2]);
});

test.each([
  ['add', 0x7fffffff, 1, -0x80000000],
  ['or', 0b0110, 0b0011, 0b0111],
  ['or', 1, 0x80000000, 0x80000001],
  ['and', 0x80000001, 0xf0000000, 0x80000000],
  ['xor', 1, 0x80000000, 0x80000001],
  ['and', 0b0110, 0b0011, 0b0010],
  ['xor', 0b0110, 0b0011, 0b0101],
  ['exchange', 5, 9, 9],
] as const)('an atomic %s answers the value before and wraps at 32 bits', (how, before, operand, after) => {
  let x: Handle = 0;
  const w = new World((p) => {
    x = p.cell(before, 'atomic');
    return { A: [[p.update(x, how, operand)]] };
  }).step('A');
  expect(w.answers('A')).toEqual([before]);
  expect(w.value(x)).toBe(after);
});

test('a compare-and-swap swaps only what it expects', () => {
  let x: Handle = 0;
  const w = new World((p) => {
    x = p.cell(1, 'atomic');
    return { A: [[p.compareAndSwap(x, 2, 3), p.compareAndSwap(x, 1, 4)]] };
  }).step('A', 'A');
  expect(w.answers('A')).toEqual([false, true]);
  expect(w.value(x)).toBe(4);
});

test('an access to what is no cell ends the run', () => {
  const w = new World((p) => ({ A: [[p.load(p.mutex())]] })).step('A');
  expect(w.failure).toMatchObject({ kind: 'violation', code: 'not-a-cell' });
  expect(w.moves()).toEqual([]);
});
