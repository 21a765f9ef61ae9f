import { describe, expect, test } from 'vitest';
import type { CellKind, Value } from '../effects/index.ts';
import { enumerate, judge } from './testing/bruteForce.ts';
import { ALL, NONE } from './reductions.ts';
import { everything } from './testing/everything.ts';
import { explored, kindOf, lockedIncrement } from './testing/explored.ts';
import type { Routine } from './testing/nativeCode.ts';
import type { Ops } from './testing/ops.ts';
import { ready, type Machine } from './testing/program.ts';
import { storesAndLoads } from './testing/storesAndLoads.ts';

type Threads = (op: Ops, m: Machine) => readonly Routine[];

/** What each thread returns, every way once. */
function outcomes(memory: 'sc' | 'tso', kind: CellKind, threads: Threads): readonly string[] {
  const verdict = explored({
    holding: { x: 0, y: 0 },
    kind,
    options: { memory },
    threads: (op, m) => threads(op, m).map((routine) => [routine]),
  });
  expect(verdict.verdict).toBe('holds');
  return verdict.outcomes.map(({ results }) => JSON.stringify(Object.values(results).flat())).toSorted();
}

/** Reads two cells, and returns 10 times the first and the second. */
const both = (op: Ops, m: Machine, first: number, second: number): Routine => [
  op.load(first, 0),
  op.load(second, 1),
  {
    op: 'return',
    value: ([a, b]) => m.value(10 * Number(m.kernel.values.get(a)) + Number(m.kernel.values.get(b))),
  },
];

const storeBuffer: Threads = (op) => [
  [op.store(0, 1), op.load(1, 0), op.give(0)],
  [op.store(1, 1), op.load(0, 0), op.give(0)],
];

describe('the litmus tests of x86', () => {
  test('SB: two threads that store and look may both miss the other, and only where stores wait', () => {
    expect(outcomes('sc', 'unsynchronized', storeBuffer)).toEqual(['[0,1]', '[1,0]', '[1,1]']);
    expect(outcomes('tso', 'unsynchronized', storeBuffer)).toEqual(['[0,0]', '[0,1]', '[1,0]', '[1,1]']);
  });

  test('SB with a locked instruction or a fence between store and load has no more outcomes', () => {
    const between =
      (middle: (op: Ops) => Routine): Threads =>
      (op) => [
        [op.store(0, 1), ...middle(op), op.load(1, 0), op.give(0)],
        [op.store(1, 1), ...middle(op), op.load(0, 0), op.give(0)],
      ];
    const all = ['[0,1]', '[1,0]', '[1,1]'];
    expect(
      outcomes(
        'tso',
        'unsynchronized',
        between((op) => [op.add(2, 1, 0)]),
      ),
    ).toEqual(all);
    expect(
      outcomes(
        'tso',
        'unsynchronized',
        between((op) => [op.lock(), op.unlock()]),
      ),
    ).toEqual(all);
    expect(
      outcomes(
        'tso',
        'unsynchronized',
        between((op) => [op.wakeup(0)]),
      ),
    ).toEqual(all);
    expect(outcomes('tso', 'atomic', storeBuffer)).toEqual(all);
  });

  test.each<[string, Threads]>([
    ['MP: stores are seen in their order', (op, m) => [[op.store(0, 1), op.store(1, 1)], both(op, m, 1, 0)]],
    [
      'LB: no load sees a store that comes after a load that saw its own',
      (op) => [
        [op.load(0, 0), op.store(1, 1), op.give(0)],
        [op.load(1, 0), op.store(0, 1), op.give(0)],
      ],
    ],
    [
      'IRIW: all see two stores in one order',
      (op, m) => [[op.store(0, 1)], [op.store(1, 1)], both(op, m, 0, 1), both(op, m, 1, 0)],
    ],
    [
      'WRC: what one saw, who hears of it sees too',
      (op, m) => [
        [op.store(0, 1)],
        [op.load(0, 0), op.when(0, 0, 3), op.store(1, 1), op.give(0)],
        both(op, m, 1, 0),
      ],
    ],
  ])('%s', (_, threads) => {
    const expected = outcomes('sc', 'unsynchronized', threads);
    expect(outcomes('tso', 'unsynchronized', threads)).toEqual(expected);
  });

  test('a thread sees its own newest store at once', () => {
    const threads: Threads = (op) => [
      [op.store(0, 1), op.store(0, 2), op.load(0, 0), op.give(0)],
      [op.load(0, 0), op.give(0)],
    ];
    expect(outcomes('tso', 'unsynchronized', threads)).toEqual(['[2,0]', '[2,1]', '[2,2]']);
  });

  test('a mutex that is given back shows what was stored under it no sooner than it is given back', () => {
    const threads: Threads = (op) => [
      [op.lock(), op.load(1, 0), op.store(0, 1), op.unlock(), op.give(0)],
      [op.add(1, 1, 0), op.load(0, 0), op.give(0)],
    ];
    expect(outcomes('tso', 'unsynchronized', threads)).toEqual(outcomes('sc', 'unsynchronized', threads));
    expect(outcomes('tso', 'unsynchronized', threads)).toContain('[0,0]');
  });

  test('a store waits no longer than its call', () => {
    const verdict = explored({
      holding: { x: 0, y: 0 },
      options: { memory: 'tso' },
      threads: (op) => [
        [[op.store(0, 1)], [op.load(1, 0), op.give(0)]],
        [[op.store(1, 1)], [op.load(0, 0), op.give(0)]],
      ],
    });
    expect(
      verdict.outcomes.map(({ results }) => [results['A']?.[1], results['B']?.[1]] as Value[]),
    ).not.toContainEqual([0, 0]);
  });
});

describe('a program that fails', () => {
  const exclude = (memory: 'sc' | 'tso') =>
    explored({
      holding: { a: 0, b: 0 },
      kind: ['unsynchronized', 'unsynchronized', 'plain'],
      options: { memory },
      threads: (op) => [
        [[op.store(0, 1), op.load(1, 0), op.when(0, 1, 4), op.store(2, 1)]],
        [[op.store(1, 1), op.load(0, 0), op.when(0, 1, 4), op.store(2, 2)]],
      ],
    });

  test('where stores wait alone is found to, and not said to anywhere else', () => {
    expect(exclude('sc').verdict).toBe('holds');
    const verdict = exclude('tso');
    expect([kindOf(verdict), verdict.memory]).toEqual(['data-race', 'tso']);
  });

  test('on every machine is reported as on one without buffers, its stores flushed at once', () => {
    const verdict = explored({
      holding: { x: 0 },
      kind: 'plain',
      options: { memory: 'tso' },
      threads: (op) => [[[op.store(0, 1), op.load(0, 0)]], [[op.store(0, 1), op.load(0, 0)]]],
    });
    expect([kindOf(verdict), verdict.memory]).toEqual(['data-race', undefined]);
  });

  test('to fit its stores in a buffer is inconclusive', () => {
    const verdict = explored({
      holding: { x: 0 },
      options: { memory: 'tso' },
      threads: (op) => [[Array.from({ length: 65 }, (_, i) => op.store(0, i % 2))]],
    });
    expect(verdict).toMatchObject({ verdict: 'inconclusive', bound: 'store-buffer', limit: 64 });
  });
});

test('of 150 random programs of stores and loads every outcome is found, many of them only where stores wait', () => {
  let more = 0;
  for (let seed = 1; seed <= 150; seed++) {
    const [atOnce, waiting] = (['sc', 'tso'] as const).map((memory) => {
      const program = storesAndLoads(seed, memory);
      const { kernel, initial } = ready(program);
      const { finals } = judge(kernel, enumerate(kernel, initial, 100_000) ?? []);
      for (const reductions of [ALL, NONE]) {
        expect({ seed, memory, finals: everything(program, reductions).finals }).toEqual({
          seed,
          memory,
          finals,
        });
      }
      return finals;
    });
    expect([...atOnce].filter((final) => !waiting.has(final))).toEqual([]);
    if (waiting.size > atOnce.size) more++;
  }
  expect(more).toBeGreaterThan(15);
});

test('a program that does all under its lock has no more states where stores wait', () => {
  const counted = (memory: 'sc' | 'tso'): number =>
    explored({
      holding: { count: 0 },
      kind: 'plain',
      options: { memory },
      threads: (op) => [1, 2, 3].map(() => [1, 2, 3].map(() => lockedIncrement(op))),
    }).states;
  expect(counted('tso')).toBe(counted('sc'));
});

test('a counterexample is least although a flush may end the spin of who moved last', () => {
  // C must move once more between B's beginning to spin, which is free to leave, and the flush that ends it
  const [x, w, z, f] = [0, 1, 2, 3];
  const verdict = explored({
    holding: { x: 0, w: 0, z: 0, f: 0 },
    kind: ['unsynchronized', 'atomic', 'atomic', 'atomic'],
    options: { memory: 'tso' },
    threads: (op, m) => [
      [[op.load(f, 0), op.when(0, 0, 3), op.store(x, 1)]],
      [[op.store(w, 1), op.load(x, 0), op.when(0, 0, 1), op.store(z, 1)]],
      [
        [op.store(f, 1)],
        [op.add(f, 1, 0)],
        [
          op.load(x, 0),
          op.when(0, 0, 7),
          op.load(w, 0),
          op.when(0, 0, 7),
          op.load(z, 0),
          op.when(0, 1, 7),
          { op: 'return', value: () => m.value('too early') },
        ],
      ],
    ],
    properties: [
      {
        kind: 'state',
        title: { en: 'not too early', 'zh-Hans': '不会太早' },
        holds: (view) => view.results('C')[2] !== 'too early',
      },
    ],
  });
  if (verdict.verdict !== 'fails') throw new Error('it holds');
  expect(verdict.counterexample).toMatchObject({ preemptions: 0, switches: 3, shortest: true });
});
