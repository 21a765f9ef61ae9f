import { expect, test } from 'vitest';
import type { Handle } from '../effects/index.ts';
import { World } from './testing/world.ts';

test('an object is born with one reference, and the last release says so', () => {
  const w = new World((p) => {
    const o = p.object();
    return { A: [[p.retain(o), p.release(o), p.release(o)]] };
  }).step('A', 'A', 'A');
  expect(w.answers('A')).toEqual([undefined, false, true]);
});

test.each(['retain', 'release', 'freed'] as const)('%s of a freed object is a use after free', (use) => {
  let o: Handle = 0;
  const w = new World((p) => {
    o = p.object();
    return { A: [[p.release(o), p.freed(o)]], B: [[p[use](o)]] };
  }).step('A', 'A', 'B');
  expect(w.failure).toMatchObject({ kind: 'panic', code: 'use-after-free', data: { object: o } });
});

test("an object's cells go with it, and only they", () => {
  let other: Handle = 0;
  const w = new World((p) => {
    const [o, field] = [p.object(), p.cell(1)];
    other = p.cell(2);
    p.kernel.records.adopt(o, field);
    return { A: [[p.release(o), p.freed(o)]], B: [[p.load(other), p.load(field)]] };
  }).step('A', 'A', 'B', 'B');
  expect(w.answers('B')).toEqual([2]);
  expect(w.failure).toMatchObject({ code: 'use-after-free' });
});

test('only an object has references', () => {
  const w = new World((p) => ({ A: [[p.retain(p.cell(0))]] })).step('A');
  expect(w.failure).toMatchObject({ kind: 'violation', code: 'not-an-object' });
});
