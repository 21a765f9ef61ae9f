import { expect, test } from 'vitest';
import type { Handle } from '../effects/index.ts';
import * as L from './layout.ts';
import { World } from './testing/world.ts';

test('a client makes its calls one after the other, and their results are kept', () => {
  const w = new World((p) => {
    const x = p.cell(1);
    return { A: [[p.load(x)], [], [p.load(x), p.load(x)]] };
  }).step('A', 'A', 'A');
  expect(w.kernel.values.get(w.s[w.context('A').slot + L.RESULTS])).toEqual([[1], [], [1, 1]]);
  expect(w.phase('A')).toBe('done');
});

test('every call that ends has begun, also one that asks for nothing', () => {
  const w = new World((p) => ({ A: [[p.currentThread], [], [p.currentThread]] })).step('A', 'A');
  expect(w.events.flatMap((e) => ('call' in e ? `${e.type} ${e.call}` : []))).toEqual([
    'callStart 0',
    'callEnd 0',
    'callStart 1',
    'callEnd 1',
    'callStart 2',
    'callEnd 2',
  ]);
});

test('setup runs alone, and has no answer where it would have to wait', () => {
  const answers: unknown[] = [];
  let waits = 1;
  const w = new World((p) => {
    const m = p.mutex();
    answers.push(p.setup(p.tryLock(m)), p.setup(p.unlock(m)), p.setup(p.destroy(m)));
    answers.push(p.setup(p.assertWait(p.cell(0))));
    waits = p.perform(p.block());
    return {};
  });
  expect([answers, waits, w.failure]).toEqual([[true, undefined, undefined, -1], 0, undefined]);
});

test('the state that one more thing does not fit into ends the run', () => {
  let x: Handle = 0;
  const w = new World((p) => {
    const make = { make: { kind: 'cell', cell: 'plain', value: p.value(0) } } as const;
    x = p.cell(0);
    return { A: [[p.store(x, 1), ...Array<typeof make>(2000).fill(make), p.store(x, 2)]] };
  }).step('A');
  expect(w.failure).toMatchObject({ kind: 'violation', code: 'out-of-memory' });
});
