import { expect, test } from 'vitest';
import { HandleValue, type Handle } from '../effects/index.ts';
import { BOOT } from './clock.ts';
import { ABORTSAFE, INTERRUPTIBLE, UNINT } from './testing/asks.ts';
import { World, type Plan } from './testing/world.ts';

/** A sleeper for each name, on one event under one mutex, and who else. */
const sleepers = (
  names: readonly string[],
  others: (p: Plan, m: Handle, event: Handle) => Record<string, readonly ReturnType<Plan['load']>[]>,
  options: { interruptible?: number; wakeOrder?: 'any' | 'fifo' } = {},
): World => {
  const { wakeOrder = 'any', ...wait } = options;
  return new World(
    (p) => {
      const m = p.mutex();
      const event = p.cell(0);
      const sleeper = [[p.lock(m), p.sleep(m, event, wait), p.unlock(m)]];
      return {
        ...Object.fromEntries(names.map((name) => [name, sleeper])),
        ...Object.fromEntries(Object.entries(others(p, m, event)).map(([name, script]) => [name, [script]])),
      };
    },
    { wakeOrder },
  );
};

test('a wakeup between assert_wait and thread_block is not lost', () => {
  const w = new World((p) => {
    const event = p.cell(0);
    return { A: [[p.assertWait(event), p.block()]], B: [[p.wakeup(event)]] };
  }).step('A', 'B', 'A');
  expect([w.answers('A'), w.phase('A')]).toEqual([[-1, 0], 'done']);
});

test('a wakeup of a thread about to block is the answer of thread_block, and of nothing before it', () => {
  const w = new World((p) => {
    const event = p.cell(0);
    const x = p.cell(7);
    return { A: [[p.assertWait(event), p.load(x), p.block()]], B: [[p.wakeup(event, false, 3)]] };
  }).step('A', 'B', 'A', 'A');
  expect(w.answers('A')).toEqual([-1, 7, 3]);
});

test('thread_block sleeps while its thread is still queued', () => {
  const w = new World((p) => {
    const event = p.cell(0);
    return { A: [[p.assertWait(event), p.block()]], B: [[p.wakeup(event)]] };
  }).step('A', 'A');
  expect([w.phase('A'), w.moves()]).toEqual(['asleep', ['B']]);
  expect(w.step('B', 'A').answers('A')).toEqual([-1, 0]);
});

test('L07: a wakeup with nobody asleep says so, and nothing is remembered of it', () => {
  const w = sleepers(['A'], (p, _m, e) => ({ B: [p.wakeup(e)] })).step('B', 'A', 'A');
  expect([w.answers('B'), w.phase('A'), w.moves()]).toEqual([[48], 'asleep', []]);
});

test('a wakeup passes its result to all who sleep on its event, and to nobody else', () => {
  const w = new World((p) => {
    const [m, one, other] = [p.mutex(), p.cell(0), p.cell(0)];
    return {
      A: [[p.lock(m), p.sleep(m, one)]],
      B: [[p.assertWait(one), p.block()]],
      C: [[p.assertWait(other), p.block()]],
      D: [[p.wakeup(one, false, 3)]],
    };
  }).step('A', 'A', 'B', 'B', 'C', 'C', 'D', 'A', 'B');
  expect([w.answers('A')[1], w.answers('B')[1], w.phase('C')]).toEqual([3, 3, 'asleep']);
  expect(w.answers('D')).toEqual([0]);
});

test('L11: all who are woken compete for the mutex in any order', () => {
  const w = sleepers(['A', 'B'], (p, _m, e) => ({ C: [p.wakeup(e)] })).step('A', 'A', 'B', 'B', 'C');
  expect(w.moves()).toEqual(['A', 'B']);
  expect(w.step('B').moves()).toEqual(['B']);
});

test('a wakeup of one is a choice of all who wait, also of one about to block', () => {
  const three = () =>
    new World((p) => {
      const [m, e] = [p.mutex(), p.cell(0)];
      return {
        A: [[p.lock(m), p.sleep(m, e)]],
        B: [[p.assertWait(e), p.block()]],
        C: [[p.wakeup(e, true)]],
      };
    }).step('A', 'A', 'B');
  expect(three().moves()).toEqual(['B', 'C', 'C~1']);
  expect(three().step('C').phase('A')).toBe('woken');
  const second = three().step('C~1', 'B');
  expect([second.phase('A'), second.answers('B')]).toEqual(['asleep', [-1, 0]]);
});

test('L10: in fifo order a wakeup of one wakes who waits longest', () => {
  const w = sleepers(['A', 'B', 'C'], (p, _m, e) => ({ D: [p.wakeup(e, true), p.wakeup(e, true)] }), {
    wakeOrder: 'fifo',
  }).step('C', 'C', 'A', 'A', 'B', 'B');
  expect(w.moves()).toEqual(['D']);
  expect(w.step('D').moves()).toEqual(['C', 'D']);
  expect(w.step('D').moves()).toEqual(['A', 'C']);
});

test('places in a queue close up, so that a queue that is never empty has finitely many states', () => {
  const rounds = 300;
  const w = new World(
    (p) => {
      const event = p.cell(0);
      const waiter = Array.from({ length: rounds }, () => [p.assertWait(event), p.block()]).flat();
      return {
        A: [waiter],
        B: [waiter],
        C: [Array.from({ length: 2 * rounds }, () => p.wakeup(event, true))],
      };
    },
    { wakeOrder: 'fifo' },
  ).step('A', 'A', 'B', 'B');
  const status = w.context('A').slot + 1;
  const first = w.s[status];
  for (let round = 1; round < rounds; round++) {
    w.step('C', 'A', 'A', 'A', 'C', 'B', 'B', 'B');
    expect([w.phase('A'), w.s[status]]).toEqual(['asleep', first]);
  }
});

test('L20: one event under two mutexes is one event', () => {
  const w = new World((p) => {
    const [m, n, e] = [p.mutex(), p.mutex(), p.cell(0)];
    return { A: [[p.lock(m), p.sleep(m, e)]], B: [[p.lock(n), p.sleep(n, e)]], C: [[p.wakeup(e)]] };
  }).step('A', 'A', 'B', 'B', 'C');
  expect([w.phase('A'), w.phase('B')]).toEqual(['woken', 'woken']);
});

test('a thread that was terminated sleeps in no interruptible wait, and keeps its mutex', () => {
  for (const interruptible of [INTERRUPTIBLE, ABORTSAFE]) {
    const w = sleepers(['A'], (p) => ({ B: [p.terminate(p.thread('A'))] }), { interruptible });
    w.step('A', 'B', 'A');
    expect([w.answers('A'), w.phase('A'), w.failure]).toEqual([[undefined, 2], 'running', undefined]);
    expect(w.step('A').answers('A')).toHaveLength(3);
  }
  const deaf = sleepers(['A'], (p) => ({ B: [p.terminate(p.thread('A'))] }), { interruptible: UNINT });
  expect(deaf.step('A', 'B', 'A').phase('A')).toBe('asleep');
});

test('termination refuses every later wait, an abort only one', () => {
  for (const [kill, after] of [
    ['terminate', 'running'],
    ['abort', 'asleep'],
  ] as const) {
    const w = new World((p) => {
      const [m, e] = [p.mutex(), p.cell(0)];
      const wait = p.sleep(m, e, { interruptible: ABORTSAFE });
      return { A: [[p.lock(m), wait, wait, p.unlock(m)]], B: [[p[kill](p.thread('A'))]] };
    }).step('A', 'B', 'A', 'A');
    expect(w.phase('A')).toBe(after);
  }
});

test('L16, L17: a signal ends a THREAD_ABORTSAFE sleep, and waits for one; termination ends both kinds', () => {
  const outcome = (how: 'abort' | 'terminate', interruptible: number): string =>
    sleepers(['A'], (p) => ({ B: [p[how](p.thread('A'))] }), { interruptible })
      .step('A', 'A', 'B')
      .phase('A');
  expect([UNINT, INTERRUPTIBLE, ABORTSAFE].map((i) => outcome('abort', i))).toEqual([
    'asleep',
    'asleep',
    'woken',
  ]);
  expect([UNINT, INTERRUPTIBLE, ABORTSAFE].map((i) => outcome('terminate', i))).toEqual([
    'asleep',
    'woken',
    'woken',
  ]);
});

test('a signal that came before refuses a THREAD_ABORTSAFE sleep only', () => {
  const outcome = (interruptible: number): string =>
    sleepers(['A'], (p) => ({ B: [p.abort(p.thread('A'))] }), { interruptible })
      .step('B', 'A', 'A')
      .phase('A');
  expect([UNINT, INTERRUPTIBLE, ABORTSAFE].map(outcome)).toEqual(['asleep', 'asleep', 'running']);
});

test('an interrupted sleeper takes its mutex back and is told', () => {
  const w = sleepers(['A'], (p) => ({ B: [p.abort(p.thread('A'))] }), { interruptible: ABORTSAFE });
  expect(w.step('A', 'A', 'B', 'A', 'A').answers('A')).toEqual([undefined, 2, undefined]);
});

test('a refused assert_wait leaves THREAD_INTERRUPTED for thread_block', () => {
  const w = new World((p) => {
    const wait = p.assertWait(p.cell(0), { interruptible: ABORTSAFE });
    return { A: [[p.currentThread, wait, p.block()]], B: [[p.abort(p.thread('A'))]] };
  }).step('A', 'B', 'A', 'A');
  expect(w.answers('A').slice(1)).toEqual([2, 2]);
});

test('NO_EVENT panics, aborted or not', () => {
  const panicOf = (of: (p: Plan, m: Handle) => ReturnType<Plan['load']>): unknown =>
    new World((p) => {
      const m = p.mutex();
      return { A: [[p.lock(m), of(p, m)]], B: [[p.abort(p.thread('A'))]] };
    }).step('A', 'B', 'A').panic;
  expect(panicOf((p, m) => p.sleep(m, 0, { interruptible: ABORTSAFE }))).toBe(
    'assert_wait() called with NO_EVENT',
  );
  expect(panicOf((p) => p.assertWait(0, { interruptible: ABORTSAFE }))).toBe(
    'assert_wait() called with NO_EVENT',
  );
  expect(panicOf((p) => p.wakeup(0))).toBe('thread_wakeup_prim() called with NO_EVENT');
});

test('a thread waits for one event at a time', () => {
  const w = new World((p) => {
    const [m, e] = [p.mutex(), p.cell(0)];
    return { A: [[p.lock(m), p.assertWait(e), p.sleep(m, e)]] };
  }).step('A', 'A', 'A');
  expect(w.panic).toBe('thread already waiting');
});

test.each([
  ['interruptible', (p: Plan, m: Handle) => p.sleep(m, m, { interruptible: 7 })],
  ['deadline', (p: Plan, m: Handle) => p.assertWait(m, { deadline: NaN })],
  ['result', (p: Plan, m: Handle) => p.wakeup(m, false, 1 << 20)],
] as const)('a %s that is none ends the run', (field, of) => {
  const w = new World((p) => {
    const m = p.mutex();
    return { A: [[p.lock(m), of(p, m)]] };
  }).step('A', 'A');
  expect(w.failure).toMatchObject({ kind: 'violation', code: 'bad-argument', data: { field } });
});

test('a thread goes on in its continuation, slept or not', () => {
  for (const steps of [
    ['A', 'A', 'B', 'A', 'A'],
    ['A', 'B', 'A', 'A'],
  ]) {
    let x: Handle = 0;
    const w = new World((p) => {
      const e = (x = p.cell(0));
      return { A: [[p.assertWait(e), p.block([p.store(x, 1)]), p.store(x, 2)]], B: [[p.wakeup(e)]] };
    }).step(...steps);
    expect([w.value(x), w.phase('A')]).toEqual([1, 'done']);
  }
});

test('the spin-lock section of the work loop joins the queue only if there is no work', () => {
  for (const work of [true, false]) {
    const w = new World((p) => ({ A: [[p.assertWaitUnless(p.cell(work, 'unsynchronized')), p.block()]] }));
    expect(w.step('A').answers('A')).toEqual([!work]);
    expect(w.step('A').phase('A')).toBe(work ? 'done' : 'asleep');
  }
});

test('signalling stores, and wakes its thread if that waits on the event', () => {
  for (const [whom, on, then] of [
    ['A', 'work', 'woken'],
    ['A', 'other', 'asleep'],
    ['B', 'work', 'asleep'],
  ] as const) {
    const made = { work: 0, other: 0 };
    const w = new World((p) => {
      made.work = p.cell(false, 'unsynchronized');
      made.other = p.cell(false, 'unsynchronized');
      const signal = p.storeAndWakeup(made.work, true, made.work, new HandleValue(p.thread(whom)));
      return { A: [[p.assertWaitUnless(made[on]), p.block()]], B: [[signal]] };
    }).step('A', 'A', 'B');
    expect([w.value(made.work), w.phase('A')]).toEqual([true, then]);
  }
});

test('W32: signalling no thread panics', () => {
  const w = new World((p) => {
    const x = p.cell(false);
    return { A: [[p.storeAndWakeup(x, true, x, null)]] };
  }).step('A');
  expect(w.panic).toBe('thread_wakeup_thread() called with THREAD_NULL');
});

test('a deadline in the past frees the mutex and times out at once', () => {
  const w = new World((p) => {
    const m = p.mutex();
    return { A: [[p.lock(m), p.sleep(m, m, { deadline: BOOT - 5 })]], B: [[p.lock(m)]] };
  }).step('A', 'A');
  expect([w.phase('A'), w.moves()]).toEqual(['woken', ['A', 'B']]);
  expect(w.step('A').answers('A')[1]).toBe(1);
});
