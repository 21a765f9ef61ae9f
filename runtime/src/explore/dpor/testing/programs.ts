import type { Effect, Value } from '../../../effects/index.ts';
import type { Instruction, Routine } from '../../testing/nativeCode.ts';
import { opsOf, type Ops } from '../../testing/ops.ts';
import { ready, type Machine, type Program, type Ready } from '../../testing/program.ts';

interface Shape {
  readonly cells: number;
  readonly mutexes?: number;
  readonly holding?: number;
  /** One routine a thread. */
  readonly threads: (op: Ops, m: Machine) => readonly Routine[];
}

/** The programs of the literature, as the design lists them: every shared access is one event. */
const program = ({ cells, mutexes = 0, holding = 0, threads }: Shape): Ready => {
  const shape: Program = {
    cells: Array.from({ length: cells }, () => ({ kind: 'unsynchronized', value: holding })),
    mutexes: Array.from({ length: mutexes }, () => false),
    clients: (m) => threads(opsOf(m), m).map((routine) => [routine]),
  };
  return ready(shape);
};

const range = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

/** An effect on what registers hold. */
const compute =
  ({ kernel, cells, value }: Machine) =>
  (cell: number, from: (numbers: readonly number[]) => Value): Instruction => ({
    op: 'ask',
    effect: (r): Effect => ({
      type: 'store',
      cell: cells[cell],
      value: value(from(r.map((id) => Number(kernel.values.get(id))))),
    }),
  });

export const readers = (n: number): Ready =>
  program({ cells: 1, threads: (op) => [[op.store(0, 1)], ...range(n, () => [op.load(0, 1)])] });

export const lastzero = (n: number): Ready =>
  program({
    cells: n + 1,
    threads: (op) => [
      range(n + 1, (i) => [op.load(n - i, 1), op.when(1, 0, 2 * (n + 1))]).flat(),
      ...range(n, (j) => [op.load(j, 1), op.storeNext(j + 1, 1)]),
    ],
  });

export const filesystem = (n: number): Ready =>
  program({
    // inodes, then whether each block is busy; their locks in the same order
    cells: 32 + 26,
    mutexes: 32 + 26,
    threads: (op, m) => range(n, (t) => fileThread(op, m, t % 32)),
  });

function fileThread(op: Ops, m: Machine, inode: number): Routine {
  const first = (inode * 2) % 26;
  const unlessZero = (register: number, to: number): Instruction => ({
    op: 'jump',
    to,
    when: (r) => r[register] !== m.value(0),
  });
  const start = 3;
  const perBlock = 9;
  const end = start + 26 * perBlock;
  const tries = range(26, (i): Routine => {
    const block = (first + i) % 26;
    const next = start + (i + 1) * perBlock;
    return [
      op.lock(32 + block),
      op.load(32 + block, 2),
      unlessZero(2, next - 1),
      op.store(32 + block, 1),
      op.store(inode, block + 1),
      op.unlock(32 + block),
      op.unlock(inode),
      { op: 'return' },
      op.unlock(32 + block),
    ];
  });
  return [op.lock(inode), op.load(inode, 1), unlessZero(1, end), ...tries.flat(), op.unlock(inode)];
}

export const fibBench = (k: number): Ready =>
  program({
    cells: 2,
    holding: 1,
    threads: (op, m) => {
      const add = (to: number): Instruction[] => [
        op.load(0, 1),
        op.load(1, 2),
        compute(m)(to, ([, x, y]) => x + y),
      ];
      const small: Instruction = {
        op: 'jump',
        to: 3,
        when: (r) => Number(m.kernel.values.get(r[1])) > 144,
      };
      return [
        range(k, () => add(0)).flat(),
        range(k, () => add(1)).flat(),
        [op.load(0, 1), small, op.load(1, 1)],
      ];
    },
  });

export const lockCounter = (n: number, k: number): Ready =>
  program({
    cells: 1,
    mutexes: 1,
    threads: (op) =>
      range(n, () => range(k, () => [op.lock(0), op.load(0, 1), op.storeNext(0, 1), op.unlock(0)]).flat()),
  });

export const racyInc = (n: number): Ready =>
  program({ cells: 1, threads: (op) => range(n, () => [op.load(0, 1), op.storeNext(0, 1)]) });

export const storeBuffer = (): Ready =>
  program({
    cells: 2,
    threads: (op) => [
      [op.store(0, 1), op.load(1, 1)],
      [op.store(1, 1), op.load(0, 1)],
    ],
  });

const eat = (op: Ops, one: number, other: number): Routine => [
  op.lock(one),
  op.lock(other),
  op.unlock(one),
  op.unlock(other),
];

export const philosophers = (n: number): Ready =>
  program({ cells: 1, mutexes: n, threads: (op) => range(n, (t) => eat(op, t, (t + 1) % n)) });

export const philosophersOrdered = (n: number): Ready =>
  program({
    cells: 1,
    mutexes: n,
    threads: (op) => range(n, (t) => eat(op, Math.min(t, (t + 1) % n), Math.max(t, (t + 1) % n))),
  });

/** x=1 ‖ y=1 ‖ if y=0 then z=1 ‖ if z=1 and then y=0 then x=2 */
export const wakeupExample = (): Ready =>
  program({
    cells: 3,
    threads: (op) => [
      [op.store(0, 1)],
      [op.store(1, 1)],
      [op.load(1, 1), op.when(1, 1, 3), op.store(2, 1)],
      [op.load(2, 1), op.when(1, 0, 5), op.load(1, 1), op.when(1, 1, 5), op.store(0, 2)],
    ],
  });

/** Private writes of two threads, then both write two shared cells in the same order. */
export const parLength = (length: number): Ready =>
  program({
    cells: 4,
    threads: (op) =>
      range(2, (t) => [...range(length, () => op.store(2 + t, 1)), op.store(0, t), op.store(1, t)]),
  });

/** Two threads, each x++ atomically, then y++ atomically. */
export const twoAtomics = (): Ready =>
  program({ cells: 2, threads: (op) => range(2, () => [op.add(0, 1, 1), op.add(1, 1, 1)]) });
