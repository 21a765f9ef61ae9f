import { expect, test } from 'vitest';
import { HandleValue, type Handle } from '../effects/index.ts';
import { World } from './testing/world.ts';

test('an object is born with one reference, and the last release says so', () => {
  const w = new World((p) => {
    const o = p.object();
    return { A: [[p.retain(o), p.release(o), p.release(o)]] };
  }).step('A', 'A', 'A');
  expect(w.answers('A')).toEqual([undefined, false, true]);
});

test('while an object is being freed a release does nothing, and a retain panics', () => {
  const w = new World((p) => {
    const o = p.object();
    return { A: [[p.release(o), p.release(o), p.retain(o)]] };
  }).step('A', 'A', 'A');
  expect(w.answers('A')).toEqual([true, false]);
  expect(w.panic).toBe('OSObject::refcount: Attempting to retain a freed object');
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

test.each([true, false])(
  'a cell made with an object goes with it, one that it was given stays (%s)',
  (together) => {
    const w = new World((p) => {
      const cell = { kind: 'cell', cell: 'plain', value: p.value(1) } as const;
      const { records, contexts } = p.kernel;
      const maker = { context: contexts.length, call: 0, made: 0 };
      const field = records.handle(maker, 0, cell);
      const fields = p.value({ x: new HandleValue(field) });
      const object = { kind: 'object', class: 1, className: 'Request', fields } as const;
      const o = records.handle(maker, 1, object);
      const between = together ? [] : [p.currentThread];
      return { A: [[{ make: cell }, ...between, { make: object }, p.release(o), p.freed(o), p.load(field)]] };
    }).step(...(together ? [] : ['A']), 'A', 'A', 'A');
    expect(w.failure?.code).toBe(together ? 'use-after-free' : undefined);
  },
);

test('only an object has references', () => {
  const w = new World((p) => ({ A: [[p.retain(p.cell(0))]] })).step('A');
  expect(w.failure).toMatchObject({ kind: 'violation', code: 'not-an-object' });
});
