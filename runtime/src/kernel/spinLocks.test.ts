import { expect, test } from 'vitest';
import type { Effect, Handle } from '../effects/index.ts';
import { DONE, STATUS } from './layout.ts';
import { World, type Plan, type ScriptCall } from './testing/world.ts';

const IRQ = 'button irq 0';

/** A spin lock, and a button whose handler takes it. */
const spinning = (calls: (p: Plan, lock: Handle, press: Effect) => Record<string, ScriptCall[]>): World =>
  new World((p) => {
    const [lock, b] = [p.spinLock(), p.button({ line: 'edge' })];
    p.setup(p.register(b, [p.lockSpin(lock), p.unlockSpin(lock), p.atInterruptLevel]));
    p.setup(p.line('enableInterrupt', b));
    return calls(p, lock, p.device(b, 'press'));
  });

test('who finds it taken spins until it is given back', () => {
  const w = spinning((p, l) => ({
    A: [[p.lockSpin(l), p.unlockSpin(l)]],
    B: [[p.lockSpin(l), p.tryLockSpin(l)]],
    C: [[p.tryLockSpin(l)]],
  })).step('A');
  expect(w.moves()).toEqual(['A', 'C']);
  w.step('C', 'A', 'B', 'B');
  expect([w.answers('C'), w.answers('B')]).toEqual([[false], [true, false]]);
});

test('a handler waits for it, and says that it is one', () => {
  const w = spinning((p, l, press) => ({
    A: [[p.lockSpin(l, true), press, p.unlockSpin(l, true), p.atInterruptLevel]],
  }));
  w.step('A', 'A', IRQ);
  expect(w.moves()).toEqual(['A']);
  w.step('A', IRQ, IRQ, IRQ, 'A');
  expect([w.answers('A'), w.answers(IRQ)]).toEqual([
    [true, null, undefined, false],
    [false, undefined, true],
  ]);
});

test('interrupts are enabled again only where they were', () => {
  const w = spinning((p, l) => ({
    A: [
      [
        p.lockSpin(l, true),
        p.unlockSpin(l),
        p.lockSpin(l, true),
        p.unlockSpin(l, false),
        p.lockSpin(l),
        p.unlockSpin(l, true),
        p.lockSpin(l),
      ],
    ],
  })).step(...Array<string>(7).fill('A'));
  expect(w.answers('A').filter((answer) => answer !== undefined)).toEqual([true, false, false, true]);
});

test('a handler leaves no trace of itself, whatever it says about interrupts', () => {
  const w = new World((p) => {
    const [lock, b] = [p.spinLock(), p.button({ line: 'edge' })];
    p.setup(p.register(b, [p.lockSpin(lock, true), p.unlockSpin(lock, false)]));
    p.setup(p.line('enableInterrupt', b));
    return { A: [[p.device(b, 'press'), p.device(b, 'press')]] };
  }).step('A', IRQ, IRQ, IRQ);
  const { slot } = w.context(IRQ);
  expect(w.s[slot + STATUS]).toBe(DONE);
});

const taken = 'Attempt to take mutex with preemption disabled';
const blocking = 'blocking while holding a spinlock, or within interrupt context';
const invoked = `thread_invoke: preemption_level 1, possible cause: ${blocking}`;

test.each([
  ['lock', (p: Plan, m: Handle) => [p.lock(m)], taken],
  ['a lock that is held', (p: Plan, m: Handle) => [p.lock(m)], taken],
  ['block', (p: Plan) => [p.assertWait(p.cell(0)), p.block()], invoked],
  ['startThread', (p: Plan) => [p.startThread([])], invoked],
])('L21: %s panics while one is held', (name, effects, message) => {
  const w = spinning((p, l) => {
    const m = p.mutex();
    return { A: [[p.lockSpin(l), ...effects(p, m)]], B: name.includes('held') ? [[p.lock(m)]] : [] };
  });
  if (name.includes('held')) w.step('B');
  w.step('A');
  while (!w.failure) w.step('A');
  expect(w.panic).toBe(message);
});

test('a sleep panics while one is held', () => {
  const w = spinning((p, l) => {
    const m = p.mutex();
    return { A: [[p.lock(m), p.lockSpin(l), p.sleep(m, m)]] };
  }).step('A', 'A', 'A');
  expect(w.panic).toBe(invoked);
});

test('a mutex may be given back, and events woken, while one is held', () => {
  const w = spinning((p, l) => {
    const m = p.mutex();
    return { A: [[p.lock(m), p.lockSpin(l), p.unlock(m), p.wakeup(m)]] };
  }).step('A', 'A', 'A', 'A');
  expect([w.failure, w.answers('A').at(-1)]).toEqual([undefined, 48]);
});

test('who does not hold it cannot give it back', () => {
  const w = spinning((p, l) => ({ A: [[p.lockSpin(l)]], B: [[p.unlockSpin(l)]] })).step('A', 'B');
  expect(w.panic).toBe('Spinlock is unexpectedly not owned');
});

test('a held one is not destroyed, a destroyed one not taken', () => {
  const held = spinning((p, l) => ({ A: [[p.lockSpin(l), p.destroySpin(l)]] })).step('A', 'A');
  expect(held.panic).toBe('Spinlock to destroy is still owned');
  const gone = spinning((p, l) => ({ A: [[p.destroySpin(l), p.lockSpin(l)]] })).step('A', 'A');
  expect(gone.failure).toMatchObject({ kind: 'panic', code: 'use-after-free' });
});

test('what is no spin lock is none', () => {
  const w = spinning((p) => ({ A: [[p.lockSpin(p.mutex())]] })).step('A');
  expect(w.failure).toMatchObject({ kind: 'violation', code: 'not-a-lock' });
});
