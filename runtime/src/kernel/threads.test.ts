import { expect, test } from 'vitest';
import type { Handle, HandleValue } from '../effects/index.ts';
import { World } from './testing/world.ts';

test('a thread started in setup begins when setup is over', () => {
  let x: Handle = 0;
  let during: unknown;
  const w = new World((p) => {
    x = p.cell(0);
    p.setup(p.startThread([p.store(x, 1)], 'work loop'));
    during = p.kernel.contexts.find((c) => c.name === 'work loop')?.kind;
    return {};
  });
  expect([during, w.value(x), w.moves()]).toEqual(['daemon', 0, ['work loop']]);
  expect(w.step('work loop').value(x)).toBe(1);
});

test('a thread started by another begins at once and has its name from who made it', () => {
  const w = new World((p) => {
    const start = p.startThread([p.currentThread]);
    return { A: [[start, start]], B: [[start]] };
  }).step('B', 'A', 'A');
  expect(w.moves()).toEqual(['worker B/0/0', 'worker A/0/0', 'worker A/0/1']);
});

test('a started thread is the same in every schedule', () => {
  const start = (...steps: string[]) =>
    new World((p) => {
      const worker = p.startThread([p.currentThread]);
      return { A: [[worker]], B: [[worker]] };
    }).step(...steps, 'worker B/0/0');
  const both = [start('A', 'B'), start('B', 'A')];
  expect(both.map((w) => w.context('worker A/0/0').name)).toEqual(['worker A/0/0', 'worker A/0/0']);
  expect(both.map((w) => (w.answers('B')[0] as HandleValue).handle)).toEqual(
    both.map((w) => w.context('worker B/0/0').handle),
  );
});

test('threads of one name in setup are two, and none is setup itself', () => {
  const w = new World((p) => {
    for (const label of ['work loop', 'work loop', 'setup']) p.setup(p.startThread([p.currentThread], label));
    return {};
  });
  expect(w.moves()).toEqual(['work loop', 'work loop 2', 'setup 2']);
});

test('a client keeps its name, whatever a driver calls its threads', () => {
  const w = new World((p) => {
    p.setup(p.startThread([p.currentThread], 'A'));
    return { A: [[p.currentThread]] };
  });
  expect(w.context('A').kind).toBe('client');
  expect(w.moves()).toEqual(['A 2', 'A']);
});

test('current_thread answers the handle that starting it did', () => {
  const w = new World((p) => ({ A: [[p.startThread([p.currentThread])]] })).step('A', 'worker A/0/0');
  expect(w.answers('A')).toEqual(w.answers('worker A/0/0'));
});

test('a daemon runs its body once and is done', () => {
  const w = new World((p) => ({ A: [[p.startThread([p.currentThread])]] })).step('A', 'worker A/0/0');
  expect([w.phase('worker A/0/0'), w.moves()]).toEqual(['done', []]);
});

test('a terminated thread finishes the call it is in and starts no other', () => {
  const w = new World((p) => ({
    A: [[p.currentThread, p.currentThread], [p.currentThread]],
    B: [[p.terminate(p.thread('A'))]],
  })).step('A', 'B');
  expect(w.moves()).toEqual(['A']);
  expect(w.step('A').phase('A')).toBe('done');
  expect(w.answers('A')).toHaveLength(2);
});

test('a thread terminated between two calls is done at once', () => {
  const w = new World((p) => ({
    A: [[p.currentThread], [p.currentThread]],
    B: [[p.terminate(p.thread('A'))]],
  })).step('A', 'B');
  expect([w.phase('A'), w.moves()]).toEqual(['done', []]);
});

test('a thread that setup terminates never begins', () => {
  const w = new World((p) => {
    const worker = p.setup(p.startThread([p.currentThread])) as HandleValue;
    p.setup(p.terminate(worker.handle));
    return {};
  });
  expect([w.phase('worker'), w.moves()]).toEqual(['done', []]);
});

test('only a thread can be terminated or aborted', () => {
  for (const kill of ['terminate', 'abort'] as const) {
    const w = new World((p) => ({ A: [[p[kill](p.kernel.clock.handle)]] })).step('A');
    expect(w.failure).toMatchObject({ kind: 'violation', code: 'not-a-thread' });
  }
});
