import { HandleValue, type CellKind, type Effect, type Handle, type Value } from '../../effects/index.ts';
import { BOOT } from '../../kernel/index.ts';
import type { Instruction, Routine } from './nativeCode.ts';
import { opsOf, type Ops } from './ops.ts';
import type { Machine, Program } from './program.ts';

/** The smallest program that shows what a primitive does: a thread each, one call, two cells and one of everything else. */
export interface Litmus {
  readonly title: string;
  readonly threads: (op: Ops, m: Machine) => readonly Routine[];
  /** All outcomes: what each thread returns. */
  readonly outcomes: readonly (readonly Value[])[];
  readonly cells?: CellKind;
  /** What the cells hold at first; 0 if left out. */
  readonly holding?: Value;
  readonly recursive?: boolean;
  readonly options?: Program['options'];
  readonly procedures?: Program['procedures'];
}

const THREAD_ABORTSAFE = 2;

const ask = (effect: Effect, to?: number): Instruction => ({
  op: 'ask',
  effect,
  ...(to !== undefined && { to }),
});
const lockSpin = (m: Machine): Effect => ({
  type: 'lockSpin',
  spinLock: m.spinLocks[0],
  disablesInterrupts: false,
});
const unlockSpin = (m: Machine): Effect => ({
  type: 'unlockSpin',
  spinLock: m.spinLocks[0],
  interrupts: m.kernel.nothing,
});
const eventOf = (m: Machine): number => m.value(new HandleValue(m.cells[0]));
/** The thread that is written first. */
const first = (m: Machine): Handle => m.kernel.records.own('thread', m.nameOf(0));
const enterCallout = (m: Machine): Routine => [
  ask({ type: 'deadlineIn', interval: 1000 }),
  ask({
    type: 'enterCallout',
    callout: m.callouts[0],
    procedure: m.procedures[0],
    arguments: m.value([]),
  }),
];
/** Returns what two registers hold. */
const both = (m: Machine, one: number, other: number): Instruction => ({
  op: 'return',
  value: (r) =>
    m.value([one, other].map((register) => JSON.stringify(m.kernel.values.get(r[register]))).join(' ')),
});

export const LITMUS: readonly Litmus[] = [
  {
    title: 'load and store: one of two threads that store and look sees the other',
    threads: (op) => [
      [op.store(0, 1), op.load(1, 0), op.give(0)],
      [op.store(1, 1), op.load(0, 0), op.give(0)],
    ],
    outcomes: [
      [0, 1],
      [1, 0],
      [1, 1],
    ],
  },
  {
    title: 'load and store: two unlocked increments may lose one',
    threads: (op) => [
      [op.load(0, 0), op.storeNext(0, 0), op.load(0, 0), op.give(0)],
      [op.load(0, 0), op.storeNext(0, 0)],
    ],
    outcomes: [
      [1, undefined],
      [2, undefined],
    ],
  },
  {
    title: 'update: two atomic increments lose none and see each other in order',
    threads: (op) => [
      [op.add(0, 1, 0), op.give(0)],
      [op.add(0, 1, 0), op.give(0)],
    ],
    outcomes: [
      [0, 1],
      [1, 0],
    ],
  },
  {
    title: 'compareAndSwap: one of two wins',
    threads: (op) => [
      [op.swap(0, 0, 1, 0), op.give(0)],
      [op.swap(0, 0, 2, 0), op.give(0)],
    ],
    outcomes: [
      [true, false],
      [false, true],
    ],
  },
  {
    title: 'lock: locked increments come one after the other',
    threads: (op) => [
      [op.lock(), op.load(0, 0), op.storeNext(0, 0), op.unlock(), op.give(0)],
      [op.lock(), op.load(0, 0), op.storeNext(0, 0), op.unlock(), op.give(0)],
    ],
    outcomes: [
      [0, 1],
      [1, 0],
    ],
  },
  {
    title: 'lock: a recursive mutex is free only after its last unlock',
    recursive: true,
    threads: (op) => [
      [op.lock(), op.lock(), op.store(0, 1), op.unlock(), op.store(0, 2), op.unlock()],
      [op.lock(), op.load(0, 0), op.unlock(), op.give(0)],
    ],
    outcomes: [
      [undefined, 0],
      [undefined, 2],
    ],
  },
  {
    title: 'tryLock: fails only while another holds the mutex',
    threads: (op) => [
      [op.tryLock(0, 0), op.when(0, false, 3), op.unlock(), op.give(0)],
      [op.lock(), op.unlock()],
    ],
    outcomes: [
      [true, undefined],
      [false, undefined],
    ],
  },
  {
    title: 'sleep: gives the mutex back, and has it again when it goes on',
    threads: (op) => [
      [op.lock(), op.load(0, 0), op.when(0, 1, 5), op.sleep(0), op.load(0, 0), op.unlock(), op.give(0)],
      [op.lock(), op.store(0, 1), op.wakeup(0), op.unlock()],
    ],
    outcomes: [[1, undefined]],
  },
  {
    title: 'sleep: a deadline ends it if nobody wakes it, and a wakeup before it',
    threads: (op) => [
      [op.lock(), op.sleep(0, BOOT + 1000), op.unlock(), op.give(0)],
      [op.lock(), op.wakeup(0), op.unlock(), op.give(0)],
    ],
    // THREAD_AWAKENED with KERN_SUCCESS; THREAD_TIMED_OUT with KERN_NOT_WAITING
    outcomes: [
      [0, 0],
      [1, 48],
    ],
  },
  {
    title: 'assertWait and block: a wakeup between them is not lost',
    threads: (op) => [
      [op.assertWait(BOOT + 1000), op.store(0, 1), op.block(0), op.give(0)],
      [op.load(0, 0), op.when(0, 0, 0), op.wakeup(0), op.give(0)],
    ],
    outcomes: [[0, 0]],
  },
  {
    title: 'wakeup of one: wakes any one of two, the other times out',
    threads: (op) => [
      [op.assertWait(BOOT + 1000), op.block(0), op.give(0)],
      [op.assertWait(BOOT + 1000), op.block(0), op.give(0)],
      [op.wakeup(0, true), op.give(0)],
    ],
    outcomes: [
      [1, 1, 48],
      [0, 1, 0],
      [1, 0, 0],
    ],
  },
  {
    title: 'wakeup of all: wakes both',
    threads: (op) => [
      [op.assertWait(), op.add(0, 1, 0), op.block(0), op.give(0)],
      [op.assertWait(), op.add(0, 1, 0), op.block(0), op.give(0)],
      [op.load(0, 0), op.when(0, 0, 0), op.when(0, 1, 0), op.wakeup(0), op.give(0)],
    ],
    outcomes: [[0, 0, 0]],
  },
  {
    title: 'now: is the last deadline passed',
    threads: (op) => [
      [op.assertWait(BOOT + 1000), op.block(0), op.now(0), op.give(0)],
      [op.now(0), op.give(0)],
    ],
    outcomes: [[BOOT + 1000, BOOT]],
  },
  {
    title: 'now: any time may have passed where time is free',
    options: { time: 'any' },
    threads: (op) => [
      [op.assertWait(BOOT + 1000), op.block(0), op.now(0), op.give(0)],
      [op.now(0), op.give(0)],
    ],
    outcomes: [
      [BOOT + 1000, BOOT],
      [BOOT + 1000, BOOT + 1000],
    ],
  },
  {
    title: 'holds: only who has a mutex holds it',
    threads: (op, m) => [
      [op.lock(), ask({ type: 'holds', mutex: m.mutexes[0] }, 0), op.unlock(), op.give(0)],
      [ask({ type: 'holds', mutex: m.mutexes[0] }, 0), op.give(0)],
    ],
    outcomes: [[true, false]],
  },
  {
    title: 'lockSpin: locked increments come one after the other',
    threads: (op, m) => {
      const locked: Routine = [
        ask(lockSpin(m)),
        op.load(0, 0),
        op.storeNext(0, 0),
        ask(unlockSpin(m)),
        op.give(0),
      ];
      return [locked, locked];
    },
    outcomes: [
      [0, 1],
      [1, 0],
    ],
  },
  {
    title: 'tryLockSpin: fails only while another holds the lock',
    threads: (op, m) => [
      [
        ask({ type: 'tryLockSpin', spinLock: m.spinLocks[0] }, 0),
        op.when(0, false, 3),
        ask(unlockSpin(m)),
        op.give(0),
      ],
      [ask(lockSpin(m)), ask(unlockSpin(m))],
    ],
    outcomes: [
      [true, undefined],
      [false, undefined],
    ],
  },
  {
    title: 'assertWaitUnless and storeAndWakeup: what is stored before is seen, and wakes after',
    threads: (op, m) => [
      [ask({ type: 'assertWaitUnless', cell: m.cells[0] }, 0), op.when(0, false, 3), op.block(1), op.give(0)],
      [
        ask({
          type: 'storeAndWakeup',
          cell: m.cells[0],
          value: m.value(true),
          event: eventOf(m),
          thread: m.value(new HandleValue(first(m))),
        }),
      ],
    ],
    holding: false,
    outcomes: [
      [true, undefined],
      [false, undefined],
    ],
  },
  {
    title: 'abortThread: ends a wait that may be interrupted, or the next one',
    threads: (op, m) => [
      [
        ask({ type: 'assertWait', event: eventOf(m), interruptible: THREAD_ABORTSAFE, deadline: 0 }),
        op.block(0),
        op.give(0),
      ],
      [ask({ type: 'abortThread', thread: first(m) })],
    ],
    // THREAD_INTERRUPTED
    outcomes: [[2, undefined]],
  },
  {
    title: 'startThread: the thread moves when it likes',
    procedures: (m) => [[opsOf(m).store(0, 1)]],
    threads: (op, m) => [
      [
        ask({ type: 'startThread', body: m.procedures[0], arguments: m.value([]), label: 'other' }),
        op.load(0, 0),
        op.give(0),
      ],
    ],
    outcomes: [[0], [1]],
  },
  {
    title: 'retain and release: who lets go last is told so',
    threads: (op, { objects: [{ object }] }) => [
      [ask({ type: 'retain', object }), op.store(0, 1), ask({ type: 'release', object }, 0), op.give(0)],
      [op.load(0, 0), op.when(0, 0, 0), ask({ type: 'release', object }, 0), op.give(0)],
    ],
    outcomes: [
      [true, false],
      [false, true],
    ],
  },
  {
    title: 'enableInterrupt: a handler may come from then on',
    procedures: (m) => [[opsOf(m).store(0, 1)]],
    threads: (op, m) => [
      [op.register(), op.load(0, 1), op.enable(), op.load(0, 0), op.disable(), both(m, 1, 0)],
    ],
    outcomes: [['0 0'], ['0 1']],
  },
  {
    title: 'disableInterrupt: waits for the handler, and none comes afterward',
    procedures: (m) => [[opsOf(m).store(0, 1), opsOf(m).store(0, 2)]],
    threads: (op, m) => [
      [op.register(), op.enable(), op.disable(), op.load(0, 1), op.load(0, 0), both(m, 1, 0)],
    ],
    outcomes: [['0 0'], ['2 2']],
  },
  {
    title: 'enterCallout: comes when nothing else can happen',
    procedures: (m) => [[opsOf(m).store(0, 1)]],
    threads: (op, m) => [[...enterCallout(m), op.load(0, 0), op.give(0)]],
    outcomes: [[0]],
  },
  {
    title: 'enterCallout: comes at any time where time is free',
    options: { time: 'any' },
    procedures: (m) => [[opsOf(m).store(0, 1)]],
    threads: (op, m) => [[...enterCallout(m), op.load(0, 0), op.give(0)]],
    outcomes: [[0], [1]],
  },
  {
    title: 'cancelCallout: says whether it was pending, and it does not come if so',
    options: { time: 'any' },
    procedures: (m) => [[opsOf(m).store(0, 1)]],
    threads: (op, m) => [
      [
        ...enterCallout(m),
        ask({ type: 'cancelCallout', callout: m.callouts[0] }, 1),
        ask({ type: 'waitForCallout', callout: m.callouts[0] }),
        op.load(0, 0),
        both(m, 1, 0),
      ],
    ],
    outcomes: [['false 1'], ['true 0']],
  },
];
