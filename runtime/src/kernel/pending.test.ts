import { expect, test } from 'vitest';
import type { CellKind, Handle } from '../effects/index.ts';
import { inMidCall, isDone, plainAccess } from './pending.ts';
import { World } from './testing/world.ts';

test('a load and a store of a plain cell or a list can race, of another kind they cannot', () => {
  const accesses = (kind: CellKind): number[] => {
    let x: Handle = 0;
    const w = new World((p) => {
      x = p.cell(0, kind);
      return { A: [[p.load(x)]], B: [[p.store(x, 1)]], C: [[p.update(x, 'or', 1)]], D: [[p.currentThread]] };
    });
    return ['A', 'B', 'C', 'D'].map((name) => plainAccess(w.kernel, w.s, w.context(name)) - 2 * x);
  };
  const none = accesses('atomic');
  expect(accesses('unsynchronized')).toEqual(none);
  expect(accesses('plain')).toEqual([0, 1, none[2], none[3]]);
  expect(accesses('list')).toEqual([0, 1, none[2], none[3]]);
});

test('who has no next step accesses nothing', () => {
  const w = new World((p) => ({ A: [[p.currentThread]] })).step('A');
  expect(['A', 'clock', 'setup'].map((name) => plainAccess(w.kernel, w.s, w.context(name)))).toEqual([
    0, 0, 0,
  ]);
});

test('a thread is in the middle of a call from its first step to its last, unless it sleeps', () => {
  const w = new World((p) => {
    const e = p.cell(0);
    return {
      A: [[p.currentThread, p.assertWait(e), p.block()], [p.currentThread]],
      B: [[p.wakeup(e)]],
    };
  });
  const said = [inMidCall(w.s, w.context('A'))];
  for (const step of ['A', 'A', 'A', 'B', 'A', 'A']) said.push(inMidCall(w.step(step).s, w.context('A')));
  expect(said).toEqual([false, true, true, false, false, false, false]);
  expect([isDone(w.s, w.context('A')), isDone(w.s, w.context('clock'))]).toEqual([true, false]);
});
