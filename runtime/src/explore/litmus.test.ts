import { describe, expect, test } from 'vitest';
import type { CellKind, Value } from '../effects/index.ts';
import { BOOT } from '../kernel/index.ts';
import { exploreGraph } from './explore.ts';
import type { Routine } from './testing/nativeCode.ts';
import { opsOf, type Ops } from './testing/ops.ts';
import { ready, type Program } from './testing/program.ts';

/** The smallest program that shows what a primitive does: a thread each, one call, two cells and one mutex. */
interface Litmus {
  readonly title: string;
  readonly threads: (op: Ops) => readonly Routine[];
  /** All outcomes: what each thread returns. */
  readonly outcomes: readonly (readonly Value[])[];
  readonly cells?: CellKind;
  readonly recursive?: boolean;
  readonly options?: Program['options'];
}

const LITMUS: readonly Litmus[] = [
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
];

describe('the smallest program of each primitive has just these outcomes', () => {
  for (const {
    title,
    threads,
    outcomes,
    cells = 'unsynchronized',
    recursive = false,
    options = {},
  } of LITMUS) {
    for (const order of ['as written', 'the other way round']) {
      test(`${title} (${order})`, () => {
        const turn = <T>(list: readonly T[]): readonly T[] =>
          order === 'as written' ? list : list.toReversed();
        const { kernel, initial } = ready({
          cells: [0, 0].map((value) => ({ kind: cells, value })),
          mutexes: [recursive],
          options,
          clients: (m) => turn(threads(opsOf(m))).map((routine) => [routine]),
        });
        const verdict = exploreGraph(kernel, initial, { properties: { properties: [], watch: {} } });
        const found = verdict.outcomes.map(({ results }) => turn(Object.values(results).flat()));
        const sorted = (list: readonly unknown[]): string[] =>
          list.map((outcome) => JSON.stringify(outcome)).toSorted();
        expect(sorted(found)).toEqual(sorted(outcomes));
        expect(verdict.verdict).toBe('holds');
      });
    }
  }
});
