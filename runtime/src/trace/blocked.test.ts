import { expect, test } from 'vitest';
import { World, type Clients } from '../kernel/testing/world.ts';
import { allBlocked, heldLocks } from './blocked.ts';

const blocked = (clients: Clients, ...steps: string[]) => {
  const w = new World(clients).step(...steps);
  return allBlocked(w.kernel, w.s);
};

test('who waits for a lock is told of its owner', () => {
  const clients: Clients = (p) => {
    const m = p.mutex();
    p.kernel.records.rename(m, 'disk.lock');
    return { A: [[p.lock(m), p.currentThread]], B: [[p.lock(m)]] };
  };
  const waits = { context: 'B', why: 'waitsForLock', on: 'disk.lock', owner: 'A' };
  expect(blocked(clients, 'A')).toEqual([waits]);
});

test('so is who was woken and must take its lock again', () => {
  const clients: Clients = (p) => {
    const [m, e] = [p.mutex(), p.cell(0)];
    p.kernel.records.rename(m, 'lock');
    return { A: [[p.lock(m), p.sleep(m, e)]], B: [[p.lock(m), p.wakeup(e), p.unlock(m)]] };
  };
  expect(blocked(clients, 'A', 'A', 'B', 'B')).toEqual([
    { context: 'A', why: 'waitsForLock', on: 'lock', owner: 'B' },
  ]);
});

test('a sleeper sleeps on something, and who has made all calls is finished', () => {
  const clients: Clients = (p) => {
    const e = p.cell(0);
    p.kernel.records.rename(e, 'done');
    return { A: [[p.assertWait(e), p.block()]], B: [[p.currentThread]] };
  };
  expect(blocked(clients, 'A', 'A', 'B')).toEqual([
    { context: 'A', why: 'asleep', on: 'done' },
    { context: 'B', why: 'finished' },
  ]);
});

test('a call whose moment has not come has not started', () => {
  const clients: Clients = (p) => ({
    A: [{ script: [p.currentThread], asleep: ['B'] }],
    B: [[p.currentThread]],
  });
  expect(blocked(clients)).toEqual([{ context: 'A', why: 'notStarted' }]);
});

test('a line is idle, or masked while something is pending on it', () => {
  const clients: Clients = (p) => {
    const b = p.button({ line: 'edge' });
    p.setup(p.register(b, []));
    return { A: [[p.device(b, 'press'), p.currentThread]] };
  };
  expect(blocked(clients).slice(0, 2)).toEqual([
    { context: 'button', why: 'idle' },
    { context: 'button irq 0', why: 'idle' },
  ]);
  expect(blocked(clients, 'A')[1]).toEqual({ context: 'button irq 0', why: 'masked' });
});

test('who disables a line waits for its handler', () => {
  const clients: Clients = (p) => {
    const b = p.button({ line: 'edge' });
    p.setup(p.register(b, [p.currentThread]));
    p.setup(p.line('enableInterrupt', b));
    return { A: [[p.device(b, 'press'), p.line('disableInterrupt', b)]] };
  };
  expect(blocked(clients, 'A', 'button irq 0').at(-1)).toEqual({
    context: 'A',
    why: 'waitsForHandler',
    on: 'button',
  });
});

test('a thread that only another run has started is not spoken of', () => {
  const w = new World((p) => ({ A: [[p.startThread([p.currentThread])]] }));
  const before = w.s.slice();
  w.step('A');
  expect(allBlocked(w.kernel, before)).toEqual([]);
});

test('every held lock has its owner and depth', () => {
  const w = new World((p) => {
    const [m, n] = [p.mutex(true), p.mutex()];
    p.kernel.records.rename(m, 'loop.gateLock');
    p.kernel.records.rename(n, 'lock');
    return { A: [[p.lock(m), p.lock(m)]], B: [[p.lock(n), p.unlock(n), p.destroy(n)]] };
  }).step('A', 'A', 'B');
  expect(heldLocks(w.kernel, w.s)).toEqual([
    { lock: 'loop.gate', owner: 'A', depth: 2 },
    { lock: 'lock', owner: 'B', depth: 1 },
  ]);
  w.step('B', 'B');
  expect(heldLocks(w.kernel, w.s)).toHaveLength(1);
});

test('after a panic nobody waits for what is free, nor for himself', () => {
  const clients: Clients = (p) => {
    const [m, free] = [p.mutex(), p.mutex()];
    return { A: [[p.lock(m), p.lock(m)]], B: [[p.lock(free)]], C: [[p.lock(m)]] };
  };
  expect(blocked(clients, 'A', 'A').map(({ context }) => context)).toEqual(['C']);
});
