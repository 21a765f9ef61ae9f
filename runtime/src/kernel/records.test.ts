import { expect, test } from 'vitest';
import { Records } from './records.ts';

const cell = { kind: 'cell', cell: 'plain', value: 1 } as const;
const records = () => new Records({}, () => undefined);

test('the same maker, call and number are the same record, with its own words', () => {
  const all = records();
  const a = all.handle({ context: 1, call: 0, made: 0 }, 1, cell);
  const b = all.handle({ context: 1, call: 0, made: 1 }, 0, cell);
  const c = all.handle({ context: 1, call: 1, made: 0 }, 0, cell);
  expect(a).toBe(b);
  expect(all.must(c).slot).not.toBe(all.must(a).slot);
  expect(all.width).toBe(Math.max(all.must(a).slot, all.must(c).slot) + 1);
});

test('a field of the library’s is another record than a cell of a driver’s made in its place', () => {
  const all = records();
  const maker = { context: 1, call: 0, made: 0 };
  expect(all.handle(maker, 0, { ...cell, private: 'enabled' })).not.toBe(all.handle(maker, 0, cell));
});

test('a thread and a line of one name are two records', () => {
  const all = records();
  expect(all.own('thread', 'x')).not.toBe(all.own('line', 'x'));
  expect(all.own('thread', 'x')).toBe(all.own('thread', 'x'));
});

test('an object owns what it adopted', () => {
  const all = records();
  all.adopt(1, 2);
  all.adopt(1, 3);
  expect([all.ownedBy(1), all.ownedBy(2)]).toEqual([[2, 3], []]);
});

test('a number that is no handle has no record', () => {
  expect(records().get(99)).toBeUndefined();
  expect(() => records().must(99)).toThrow('internal bug');
});
