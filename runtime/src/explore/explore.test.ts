import { describe, expect, test } from 'vitest';
import { NONE } from './reductions.ts';
import type { Routine } from './testing/nativeCode.ts';
import type { Ops } from './testing/ops.ts';
import { explored, kindOf, lockedIncrement } from './testing/explored.ts';

const counter = (threads: number, calls: number, reductions?: typeof NONE) =>
  explored({
    holding: { count: 0 },
    kind: 'plain',
    ...(reductions && { reductions }),
    threads: (op) =>
      Array.from({ length: threads }, () => Array.from({ length: calls }, () => lockedIncrement(op))),
  });

describe('the locked counter', () => {
  test('of four threads and six calls has 27,097 states and one outcome', () => {
    const verdict = counter(4, 6, NONE);
    expect(verdict).toMatchObject({
      verdict: 'holds',
      states: 27_097,
      outcomes: [{ watched: { count: 24 } }],
    });
    expect(verdict.outcomes).toHaveLength(1);
  });

  test('needs only the states between two calls once all reductions are on', () => {
    expect(counter(4, 6)).toMatchObject({
      verdict: 'holds',
      states: 7 ** 4,
      outcomes: [{ watched: { count: 24 } }],
    });
  });
});

describe('a spin', () => {
  test('that a store ends is a few states', () => {
    const verdict = explored({
      threads: (op) => [[[op.load(0, 0), op.when(0, 0, 0)]], [[op.store(0, 1)]]],
    });
    expect(verdict.verdict).toBe('holds');
    expect(verdict.states).toBeLessThan(100);
  });

  test('that nobody ends spins forever: a way to it and one turn', () => {
    const verdict = explored({ threads: (op) => [[[op.load(0, 0), op.when(0, 0, 0)]]] });
    expect(verdict).toMatchObject({
      verdict: 'fails',
      counterexample: { failure: { kind: 'spins-forever', context: 'A' }, cycle: 1, preemptions: 0 },
    });
  });

  test('on a cell that looks constant does not hide the store that comes late', () => {
    const verdict = explored({
      threads: (op) => [
        [[op.load(0, 0), op.when(0, 0, 0), op.give(0)]],
        [[op.lock(), op.unlock(), op.lock(), op.unlock(), op.store(0, 1)]],
      ],
    });
    expect(verdict).toMatchObject({ verdict: 'holds', outcomes: [{ results: { A: [1] } }] });
  });

  test('is left for free: a closed cycle is no preemption', () => {
    const verdict = explored({
      threads: (op, m) => [
        [[op.load(0, 0), op.when(0, 0, 0), { op: 'ask', effect: { type: 'panic', message: 'found' } }]],
        [[op.lock(), op.store(0, 1), op.unlock()]],
        m.cells.length > 0 ? [[op.lock(), op.unlock()]] : [],
      ],
    });
    expect(verdict).toMatchObject({
      counterexample: { failure: { kind: 'panic' }, preemptions: 0, shortest: true },
    });
  });
});

test('an unlock that looks unseen is not joined once somebody tries the lock', () => {
  const threads = (reductions: Partial<typeof NONE>) =>
    explored({
      reductions,
      threads: (op) => [
        [[op.lock(), op.store(0, 1), op.unlock()]],
        [[op.load(0, 0), op.when(0, 0, 0), op.tryLock(0, 1), op.give(1)]],
      ],
    }).outcomes.map(({ results }) => results['B']);
  expect(new Set(threads({}).map(String))).toEqual(new Set(['true', 'false']));
  expect(new Set(threads({}))).toEqual(new Set(threads(NONE)));
});

describe('what goes wrong is named by how it looks', () => {
  test('deadlock: two mutexes in both orders', () => {
    const verdict = explored({
      threads: (op) => [
        [[op.lock(0), op.lock(1), op.unlock(1), op.unlock(0)]],
        [[op.lock(1), op.lock(0), op.unlock(0), op.unlock(1)]],
      ],
    });
    expect(verdict).toMatchObject({
      counterexample: { failure: { kind: 'deadlock' }, preemptions: 1, switches: 1, shortest: true },
    });
  });

  test('lost wakeup: the condition is tested before the lock is taken', () => {
    const verdict = explored({
      threads: (op) => [
        [[op.load(0, 0), op.when(0, 1, 5), op.lock(), op.sleep(0), op.unlock()]],
        [[op.lock(), op.store(0, 1), op.wakeup(0), op.unlock()]],
      ],
    });
    expect(verdict).toMatchObject({
      counterexample: { failure: { kind: 'lost-wakeup', context: 'A' }, preemptions: 1 },
    });
  });

  test('waits forever: what it waits for never comes true', () => {
    const verdict = explored({
      threads: (op) => [
        [[op.lock(), op.load(0, 0), op.when(0, 1, 5), op.sleep(0), { op: 'jump', to: 1 }, op.unlock()]],
      ],
    });
    expect(kindOf(verdict)).toBe('waits-forever');
  });

  test('starved: a lock is never given back', () => {
    const verdict = explored({ threads: (op) => [[[op.lock()]], [[op.lock(), op.unlock()]]] });
    expect(verdict).toMatchObject({
      counterexample: { failure: { kind: 'starved', context: 'B', data: { owner: 'A' } } },
    });
  });

  test('starved, not spins forever, where the spin ends and what comes then is held for good', () => {
    const verdict = explored({
      holding: { flag: 0, other: 0 },
      threads: (op) => [
        [[op.load(0, 0), op.when(0, 0, 0), op.lock(), op.unlock()]],
        [[op.lock()], [op.store(0, 1)]],
        [[op.store(1, 1)]],
      ],
    });
    expect(verdict).toMatchObject({ counterexample: { failure: { kind: 'starved', context: 'A' } } });
  });

  test('never starts: a call waits for a sleeper that does not sleep', () => {
    const verdict = explored({
      threads: (op) => [
        [[op.store(0, 1)]],
        [{ routine: [op.store(0, 2)], guard: { type: 'asleep', threads: ['A'] } }],
      ],
    });
    expect(verdict).toMatchObject({ counterexample: { failure: { kind: 'never-starts', context: 'B' } } });
  });

  test('data race: two plain stores, found in the midst of a macro-step too', () => {
    const verdict = explored({
      kind: 'plain',
      threads: (op) => [
        [[op.lock(), op.store(0, 1), op.unlock()]],
        [[op.lock(1), op.store(0, 2), op.unlock(1)]],
      ],
    });
    expect(verdict).toMatchObject({
      counterexample: { failure: { kind: 'data-race', data: { first: 'A', second: 'B' } }, preemptions: 1 },
    });
  });

  test('panic: with the message of the kernel', () => {
    const verdict = explored({ threads: (op) => [[[op.unlock()]]] });
    expect(verdict).toMatchObject({
      counterexample: {
        failure: {
          kind: 'panic',
          context: 'A',
          data: { message: 'Mutex is unexpectedly not owned by thread' },
        },
        schedule: [{ alternative: 0 }],
      },
    });
  });
});

describe('a daemon', () => {
  const serves = (op: Ops): Routine => [
    op.lock(),
    op.load(0, 0),
    op.when(0, 1, 5),
    op.sleep(0),
    { op: 'jump', to: 1 },
    op.store(1, 1),
    op.store(0, 0),
    { op: 'jump', to: 1 },
  ];

  test('asleep with nothing to do is no hang', () => {
    const verdict = explored({
      holding: { work: 0, done: 0 },
      daemons: (op) => [serves(op)],
      threads: (op) => [[[op.lock(), op.store(0, 1), op.wakeup(0), op.unlock()]]],
    });
    expect(verdict).toMatchObject({ verdict: 'holds', outcomes: [{ watched: { work: 0, done: 1 } }] });
    expect(verdict.outcomes).toHaveLength(1);
  });

  test('that nobody wakes leaves its client waiting', () => {
    const verdict = explored({
      holding: { work: 0, done: 0 },
      daemons: (op) => [serves(op)],
      threads: (op) => [
        [
          [op.lock(), op.store(0, 1), op.unlock()],
          [op.load(1, 0), op.when(0, 0, 0)],
        ],
      ],
    });
    expect(verdict).toMatchObject({
      counterexample: { failure: { kind: 'spins-forever', context: 'A' }, preemptions: 0, cycle: 1 },
    });
  });
});

describe('limits and progress', () => {
  test('a limit on states is inconclusive and says so', () => {
    const verdict = explored({
      threads: (op) => [[lockedIncrement(op)], [lockedIncrement(op)], [lockedIncrement(op)]],
      limits: { states: 5 },
    });
    expect(verdict).toMatchObject({ verdict: 'inconclusive', bound: 'states', limit: 5 });
  });

  test('threads without end are inconclusive, and it says that names ran out', () => {
    const verdict = explored({
      procedures: () => [[]],
      threads: (_op, { procedures, value }) => [
        [
          [
            {
              op: 'ask',
              effect: { type: 'startThread', body: procedures[0], arguments: value([]), label: 'child' },
            },
            { op: 'jump', to: 0 },
          ],
        ],
      ],
    });
    expect(verdict).toMatchObject({ verdict: 'inconclusive', bound: 'names' });
  });

  test('a count without end is inconclusive, though nobody else could see its steps', () => {
    const verdict = explored({
      threads: (op) => [[[op.lock(), op.add(0, 1, 0), { op: 'jump', to: 1 }]], [[op.lock(), op.load(0, 0)]]],
      limits: { states: 100 },
    });
    expect(verdict).toMatchObject({ verdict: 'inconclusive', bound: 'states' });
  });

  test('somebody may stop it, and hears how far it is', () => {
    const heard: number[] = [];
    const verdict = explored({
      reductions: NONE,
      threads: (op) => Array.from({ length: 4 }, () => Array.from({ length: 6 }, () => lockedIncrement(op))),
      onProgress: ({ states }) => heard.push(states),
      cancelled: () => heard.length > 2,
    });
    expect(verdict.verdict).toBe('cancelled');
    expect(heard).toHaveLength(3);
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
  });
});
