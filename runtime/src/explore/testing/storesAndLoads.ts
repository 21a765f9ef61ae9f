import type { Instruction, Registers } from './nativeCode.ts';
import { opsOf, type Ops } from './ops.ts';
import type { Machine, Program } from './program.ts';
import { dice, type Dice } from './randomProgram.ts';

const CELLS = 3;

/**
 * A random program of little but stores and loads of words that nobody locks for, a locked instruction or a mutex now and then. Every
 * thread returns all that it read, so that outcomes tell what was seen in which order.
 */
export function storesAndLoads(seed: number, memory: 'sc' | 'tso'): Program {
  const roll = dice(seed);
  const threads = 2 + (roll(3) === 0 ? 1 : 0);
  const seeds = Array.from({ length: threads }, () => [roll(2 ** 30), 2 + roll(threads === 2 ? 4 : 3)]);
  return {
    cells: Array.from({ length: CELLS }, () => ({ kind: 'unsynchronized', value: 0 })),
    mutexes: [false],
    options: { memory },
    clients: (m) => seeds.map(([own, length]) => [routine(m, dice(own), length)]),
  };
}

function routine(m: Machine, roll: Dice, length: number): Instruction[] {
  const op = opsOf(m);
  const lines: Instruction[] = [];
  let reads = 0;
  for (let i = 0; i < length; i++) lines.push(...some(op, roll, () => reads++));
  const seen = (r: Registers): string =>
    r
      .slice(0, reads)
      .map((id) => Number(m.kernel.values.get(id)))
      .join();
  return [...lines, { op: 'return', value: (r) => m.value(seen(r)) }];
}

function some(op: Ops, roll: Dice, register: () => number): Instruction[] {
  const cell = roll(CELLS);
  switch (roll(9)) {
    case 0:
      return [op.add(cell, 1, register())];
    case 1:
      return [op.lock(), op.store(cell, 1 + roll(2)), op.load(roll(CELLS), register()), op.unlock()];
    case 2:
    case 3:
    case 4:
      return [op.load(cell, register())];
    default:
      return [op.store(cell, 1 + roll(2))];
  }
}
