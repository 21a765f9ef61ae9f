import { expect, test } from 'vitest';
import { StatePool } from './pool.ts';

const words = (...values: number[]): Int32Array => Int32Array.from(values);

test('a state is stored once, whether or not the words behind it had names yet', () => {
  const pool = new StatePool();
  expect(pool.add(words(3, 0, 7), 3)).toBe(0);
  expect(pool.add(words(3, 0, 7, 0, 0), 5)).toBe(0);
  expect(pool.add(words(3, 0, 7, 0, 1), 5)).toBe(1);
  expect(pool.size).toBe(2);
});

test('a state that was stored before a name was known reads as zeros there', () => {
  const pool = new StatePool();
  pool.add(words(3, 7), 2);
  const s = words(9, 9, 9, 9);
  pool.load(0, s, 4);
  expect([...s]).toEqual([3, 7, 0, 0]);
});

test('states are numbered in the order they came, and read back as they were, over many chunks', () => {
  const pool = new StatePool();
  const s = new Int32Array(40);
  const fill = (i: number): void => s.forEach((_, at) => (s[at] = Math.imul(i, at + 1) % 97));
  for (let i = 1; i <= 20_000; i++) {
    fill(i);
    s[0] = i;
    expect(pool.add(s, 40)).toBe(i - 1);
  }
  const back = new Int32Array(40);
  for (const i of [1, 4095, 4096, 12_345, 20_000]) {
    fill(i);
    s[0] = i;
    pool.load(i - 1, back, 40);
    expect([...back]).toEqual([...s]);
    expect(pool.add(s, 40)).toBe(i - 1);
  }
});
