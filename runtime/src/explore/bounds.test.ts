import { expect, it } from 'vitest';
import { exploreGraph } from './explore.ts';
import { opsOf } from './testing/ops.ts';
import { ready } from './testing/program.ts';

const properties = { properties: [], watch: {} };

/** Threads that each store their own number in one word, read it, and clear it. */
const storing = (threads: number): ReturnType<typeof ready> =>
  ready({
    cells: [{ kind: 'unsynchronized', value: 0 }],
    clients: (machine) => {
      const op = opsOf(machine);
      return Array.from({ length: threads }, (_, i) => [[op.store(0, i), op.load(0, 1), op.store(0, 0)]]);
    },
  });

it('stops at the limit of states where 64 threads have too many, and says so', () => {
  const { kernel, initial } = storing(64);
  expect(exploreGraph(kernel, initial, { properties, limits: { states: 10_000 } })).toMatchObject({
    verdict: 'inconclusive',
    bound: 'states',
    limit: 10_000,
  });
});

it('stops at the limit of memory, and says so', () => {
  const { kernel, initial } = storing(10);
  expect(exploreGraph(kernel, initial, { properties, limits: { memory: 2 ** 18 } })).toMatchObject({
    verdict: 'inconclusive',
    bound: 'memory',
    limit: 2 ** 18,
  });
});

it('names every client that cannot return, however many there are', () => {
  const { kernel, initial } = ready({
    mutexes: [false],
    clients: (machine) => {
      const op = opsOf(machine);
      // the first keeps the lock that the others wait for, each behind the one before it
      return Array.from({ length: 40 }, (_, i) =>
        i === 0 ? [[op.lock(0)]] : [{ routine: [op.lock(0)], guard: { type: 'asleep', threads: ['A'] } }],
      );
    },
  });
  const verdict = exploreGraph(kernel, initial, { properties, minimize: false });
  expect(verdict).toMatchObject({ verdict: 'fails', counterexample: { failure: { kind: 'never-starts' } } });
  const stuck = verdict.verdict === 'fails' ? String(verdict.counterexample.failure.data['stuck']) : '';
  expect(stuck.split(', ')).toHaveLength(39);
});
