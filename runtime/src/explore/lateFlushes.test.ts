import { expect, test } from 'vitest';
import { FLUSH, isFlush } from '../kernel/index.ts';
import { worldOf } from './explore.ts';
import { lateFlushes } from './lateFlushes.ts';
import type { Routine } from './testing/nativeCode.ts';
import { opsOf, type Ops } from './testing/ops.ts';
import { ready } from './testing/program.ts';

/** A schedule as text, `a` for a flush of A's: what becomes of it. */
function late(schedule: string, threads: (op: Ops) => readonly Routine[]): string {
  const { kernel, initial } = ready({
    cells: [0, 0].map((value) => ({ kind: 'unsynchronized', value })),
    mutexes: [false],
    options: { memory: 'tso' },
    clients: (m) => threads(opsOf(m)).map((routine) => [routine]),
  });
  const clients = kernel.contexts.filter((c) => c.kind === 'client');
  const named = (name: string): number => clients.find((c) => c.name === name.toUpperCase())?.index ?? -1;
  const choices = [...schedule].map((name) => (named(name) << 8) | (name === name.toUpperCase() ? 0 : FLUSH));
  return lateFlushes(worldOf(kernel, initial, { properties: [], watch: {} }), choices)
    .map((choice) => {
      const name = kernel.contexts[choice >> 8]?.name ?? '';
      return isFlush(choice) ? name.toLowerCase() : name;
    })
    .join('');
}

test('a flush moves behind what does not feel it', () => {
  expect(late('AaAaB', (op) => [[op.store(0, 1), op.store(0, 2), op.load(1, 0)], [op.load(1, 0)]])).toBe(
    'AABaa',
  );
});

test('a flush stays before a load that sees its store, and before a step that would flush it', () => {
  expect(
    late('AaBA', (op) => [
      [op.store(0, 1), op.load(1, 0)],
      [op.load(0, 0), op.give(0)],
    ]),
  ).toBe('AaBA');
  expect(late('AaAA', (op) => [[op.store(0, 1), op.lock(), op.unlock()]])).toBe('AaAA');
});
