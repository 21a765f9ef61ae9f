import { expect, test } from 'vitest';
import { BOOT, ClockRead } from './clock.ts';
import { NOW } from './layout.ts';
import { World, type Plan, type ScriptCall } from './testing/world.ts';
import type { Handle, Value } from '../effects/index.ts';

/** A thread call, and calls of threads that use it; cell x counts what runs. */
const calling = (
  calls: (p: Plan, c: Handle, x: Handle) => Record<string, ScriptCall[]>,
  runs: 'once' | 'reentrant' | 'at interrupt level' = 'once',
  time: 'urgent' | 'any' = 'any',
): { w: World; ran: () => Value } => {
  let x: Handle = 0;
  const w = new World(
    (p) => {
      x = p.cell(0, 'atomic');
      return calls(p, p.threadCall(runs), x);
    },
    { time },
  );
  return { w, ran: () => w.value(x) };
};

test('expiry makes a thread call ready, its worker begins it when the schedule says so', () => {
  const { w, ran } = calling(
    (p, c, x) => ({
      A: [[p.deadlineIn(5), p.enter(c, [p.update(x, 'add', 1)])]],
      B: [[p.now]],
    }),
    'once',
    'urgent',
  );
  expect(w.step('A', 'A').moves()).toEqual(['B']);
  w.kernel.readsClock = true;
  expect(w.step('B').moves()).toEqual(['clock']);
  expect(w.step('clock').moves()).toEqual(['timer']);
  expect([w.step('timer').phase('timer'), ran()]).toEqual(['running', 0]);
  expect([w.step('timer').phase('timer'), ran(), w.moves()]).toEqual(['done', 1, []]);
});

test('a moment that has passed comes at once, also in urgent time', () => {
  const { w } = calling(
    (p, c) => ({ A: [[p.deadlineAt(BOOT - 7), p.enter(c, [])]], B: [[p.now]] }),
    'once',
    'urgent',
  );
  expect(w.step('A', 'A').moves()).toEqual(['B', 'clock']);
});

test('nobody who only waits for intervals makes states know the time', () => {
  const { w } = calling((p, c) => ({ A: [[p.deadlineIn(5), p.enter(c, [])]] }));
  expect(w.step('A', 'A', 'clock').s[NOW]).toBe(0);
});

test('who compares a moment with the clock after it has moved unread starts the search again', () => {
  const late = (p: Plan, c: Handle): Record<string, ScriptCall[]> => ({
    A: [[p.deadlineIn(5), p.enter(c, [])], [p.deadlineAt(BOOT + 9)]],
  });
  const { w } = calling(late);
  expect(() => w.step('A', 'A', 'clock', 'A')).toThrow(ClockRead);
  const again = calling(late).w;
  again.kernel.readsClock = true;
  expect(again.step('A', 'A', 'clock', 'A').s[NOW]).not.toBe(0);
});

test('to enter it again replaces what is pending, and says so; what replaced it runs', () => {
  const { w, ran } = calling((p, c, x) => ({
    A: [
      [
        p.deadlineIn(5),
        p.enter(c, [p.update(x, 'add', 1)]),
        p.deadlineIn(9),
        p.enter(c, [p.update(x, 'add', 10)]),
      ],
    ],
  }));
  w.step('A', 'A', 'A', 'A', 'clock', 'timer', 'timer');
  expect([w.answers('A'), ran(), w.moves()]).toEqual([[undefined, false, undefined, true], 10, []]);
});

test('what is ready and has not begun can be canceled and replaced still', () => {
  const { w } = calling((p, c) => ({
    A: [
      [p.deadlineIn(5), p.enter(c, [])],
      [p.callout('cancelCallout', c), p.callout('cancelCallout', c)],
    ],
  }));
  w.step('A', 'A', 'clock');
  expect(w.moves()).toEqual(['timer', 'A']);
  w.step('A', 'A');
  expect([w.answers('A').slice(2), w.moves()]).toEqual([[true, false], []]);
});

test('to cancel does not stop what runs', () => {
  const { w, ran } = calling((p, c, x) => ({
    A: [[p.deadlineIn(5), p.enter(c, [p.update(x, 'add', 1)])], [p.callout('cancelCallout', c)]],
  }));
  w.step('A', 'A', 'clock', 'timer', 'A', 'timer');
  expect([w.answers('A').at(-1), ran()]).toEqual([false, 1]);
});

test('ONCE: what comes due while it runs begins when it has returned', () => {
  const { w, ran } = calling((p, c, x) => ({
    A: [
      [p.deadlineIn(5), p.enter(c, [p.update(x, 'add', 1)])],
      [p.deadlineIn(5), p.enter(c, [p.update(x, 'add', 1)])],
    ],
  }));
  w.step('A', 'A', 'clock', 'timer', 'A', 'A');
  w.step('clock');
  expect([w.moves(), w.phase('timer'), ran()]).toEqual([['timer'], 'running', 0]);
  w.step('timer', 'timer');
  expect([w.moves(), w.phase('timer'), ran()]).toEqual([['timer'], 'running', 1]);
});

test('AllowReenter: two may run at once, the third begins when one has returned', () => {
  const enter = (p: Plan, c: Handle, x: Handle) => [p.deadlineIn(0), p.enter(c, [p.update(x, 'add', 1)])];
  const { w, ran } = calling(
    (p, c, x) => ({ A: [enter(p, c, x), enter(p, c, x), enter(p, c, x)] }),
    'reentrant',
  );
  // the two are alike: the first free one begins
  expect(w.step('A', 'A', 'clock').moves()).toEqual(['timer', 'A']);
  w.step('timer', 'A', 'A', 'clock', 'timer 2', 'A', 'A', 'clock');
  expect(w.moves()).toEqual(['timer', 'timer 2']);
  w.step('timer 2');
  expect(w.moves()).toEqual(['timer', 'timer 2']);
  w.step('timer', 'timer', 'timer');
  expect([ran(), w.moves()]).toEqual([3, []]);
});

test('cancel_wait waits for what runs, and not for what is merely ready', () => {
  const { w } = calling(
    (p, c, x) => ({
      A: [[p.deadlineIn(5), p.enter(c, [p.update(x, 'add', 1)])], [p.callout('waitForCallout', c)]],
    }),
    'at interrupt level',
  );
  w.step('A', 'A', 'clock');
  expect(w.moves()).toEqual(['timer', 'A']);
  expect(w.step('timer').moves()).toEqual(['timer']);
  expect(w.step('timer').moves()).toEqual(['A']);
});

const UNSAFE = 'unsafe thread_call_cancel_wait';

test('cancel_wait at interrupt level, with interrupts off, and inside the call itself panics', () => {
  const inside = calling((p, c) => ({
    A: [[p.deadlineIn(0), p.enter(c, [p.callout('waitForCallout', c)])]],
  })).w.step('A', 'A', 'clock', 'timer', 'timer');
  expect(inside.panic).toBe('thread_call_cancel_wait: deadlock waiting on self from inside call');
  const masked = calling((p, c) => ({
    A: [[p.lockSpin(p.spinLock(), true), p.callout('waitForCallout', c)]],
  })).w.step('A', 'A');
  expect(masked.panic).toBe(UNSAFE);
  const handler = calling((p, c) => {
    const b = p.button({ line: 'edge' });
    p.setup(p.register(b, [p.callout('waitForCallout', c)]));
    p.setup(p.line('enableInterrupt', b));
    return { A: [[p.device(b, 'press')]] };
  }).w.step('A', 'button irq 0', 'button irq 0');
  expect(handler.panic).toBe(UNSAFE);
});

test('a call in a thread may block, one at interrupt level panics when it does', () => {
  const locking = (runs: 'once' | 'at interrupt level'): World =>
    calling((p, c) => ({ A: [[p.deadlineIn(0), p.enter(c, [p.lock(p.mutex())])]] }), runs).w.step(
      'A',
      'A',
      'clock',
      'timer',
      'timer',
    );
  expect(locking('once').panic).toBeUndefined();
  expect(locking('at interrupt level').panic).toBe('Attempt to take mutex in IRQ context');
});

test('a remembered moment comes nearer with the clock, and one that has passed stays one', () => {
  const { w } = calling((p, c) => ({
    A: [
      [p.deadlineIn(5), p.callout('rememberDeadline', c), p.enter(c, [])],
      [p.callout('recallDeadline', c), p.enter(c, [])],
      [p.callout('forgetDeadline', c), p.callout('recallDeadline', c)],
    ],
    B: [[p.assertWait(p.cell(0), { deadline: BOOT + 7 }), p.block()]],
  }));
  w.step('B', 'B', 'A', 'A', 'A', 'clock', 'timer', 'A', 'A');
  // 5 ns have passed: it is due at once, before B
  expect(w.step('clock').moves()).toEqual(['timer', 'A', 'clock']);
  w.step('timer', 'A', 'A');
  expect(w.answers('A').slice(3)).toEqual([true, false, undefined, false]);
});

test('a moment that was computed before the clock moved is nearer after it', () => {
  const { w } = calling((p, c) => ({
    A: [[p.deadlineIn(30), p.enter(c, [])]],
    B: [[p.assertWait(p.cell(0), { deadline: BOOT + 20 }), p.block()]],
    C: [[p.assertWait(p.cell(0), { deadline: BOOT + 40 }), p.block()]],
  }));
  w.step('B', 'B', 'C', 'C', 'A', 'clock', 'A');
  // 10 ns to go for A's, 20 for C's
  expect(w.step('clock').moves()).toEqual(['timer', 'B', 'clock']);
  expect(w.phase('C')).toBe('asleep');
});

test('a pending call is not freed; a free one is gone', () => {
  const { w } = calling((p, c) => ({
    A: [
      [
        p.deadlineIn(5),
        p.enter(c, []),
        p.callout('freeCallout', c),
        p.callout('cancelCallout', c),
        p.callout('freeCallout', c),
        p.callout('cancelCallout', c),
      ],
    ],
  }));
  w.step('A', 'A', 'A', 'A', 'A', 'A');
  expect(w.answers('A').slice(2)).toEqual([false, true, true]);
  expect(w.failure).toMatchObject({ kind: 'panic', code: 'use-after-free' });
});

test('what is no thread call, and an interval that is no number, end the run', () => {
  const code = (effect: (p: Plan) => ReturnType<Plan['deadlineIn']>): string | undefined =>
    calling((p) => ({ A: [[effect(p)]] })).w.step('A').failure?.code;
  expect(code((p) => p.callout('cancelCallout', p.cell(0)))).toBe('not-a-callout');
  expect(code((p) => p.deadlineIn(Number.NaN))).toBe('bad-argument');
  expect(code((p) => p.deadlineAt(Infinity))).toBe('bad-argument');
});
