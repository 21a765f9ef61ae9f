import { expect, test } from 'vitest';
import { World } from './testing/world.ts';

test('a call waits for its moment, and the guard costs no step', () => {
  const w = new World((p) => {
    const [m, e] = [p.mutex(), p.cell(0)];
    const sleeper = [[p.lock(m), p.sleep(m, e), p.unlock(m)]];
    return { A: sleeper, B: sleeper, C: [{ script: [p.wakeup(e)], asleep: ['A', 'B'] }] };
  });
  expect(w.moves()).toEqual(['A', 'B']);
  expect(w.step('A', 'A').moves()).toEqual(['B']);
  expect(w.step('B', 'B').moves()).toEqual(['C']);
  expect(w.step('C').phase('C')).toBe('done');
});

test('a guard is asked only before a call begins', () => {
  const w = new World((p) => {
    const e = p.cell(0);
    return {
      A: [[p.assertWait(e), p.block(), p.currentThread]],
      B: [{ script: [p.wakeup(e), p.currentThread], asleep: ['A'] }],
    };
  }).step('A', 'A', 'B', 'A');
  expect(w.moves()).toEqual(['A', 'B']);
});

test('who waits for a thread that is not there never starts', () => {
  const w = new World((p) => ({ A: [{ script: [p.currentThread], asleep: ['nobody'] }] }));
  expect(w.moves()).toEqual([]);
});

test('nothing moves after a panic', () => {
  const w = new World((p) => ({ A: [[p.panic('oh no')]], B: [[p.currentThread]] })).step('A');
  expect([w.panic, w.moves()]).toEqual(['oh no', []]);
});
