import { describe, expect, test } from 'vitest';
import { worldOf } from '../explore.ts';
import type { Ready } from '../testing/program.ts';
import { exploreTraces } from './dpor.ts';
import * as programs from './testing/programs.ts';
import { tracesOf } from './testing/tracesOf.ts';

type Golden = readonly [
  program: string,
  of: (n: number, k?: number) => Ready,
  size: readonly number[],
  traces: number,
];

const { filesystem, fibBench, lastzero, lockCounter, philosophers, philosophersOrdered, racyInc } = programs;

const counts: readonly Golden[] = [
  ...[2, 8, 10].map((n): Golden => ['readers', programs.readers, [n], 2 ** n]),
  ...[5, 10].map((n): Golden => ['lastzero', lastzero, [n], (n + 3) * 2 ** (n - 2)]),
  ...[14, 16, 19].map((n): Golden => ['filesystem', filesystem, [n], 2 ** (n - 13)]),
  ['fib_bench', fibBench, [1], 11],
  ['fib_bench', fibBench, [4], 19_605],
  ['lockCounter', (n, k = 1) => lockCounter(n, k), [3, 1], 6],
  ['lockCounter', (n, k = 1) => lockCounter(n, k), [3, 3], 1680],
  ['racyInc', racyInc, [2], 4],
  ['racyInc', racyInc, [3], 36],
  ['racyInc', racyInc, [4], 576],
  ['store buffer', programs.storeBuffer, [], 3],
  ...[3, 5, 10].map((n): Golden => ['philosophers', philosophers, [n], 2 ** n - 1]),
  ...[3, 5, 10].map((n): Golden => ['philosophersOrdered', philosophersOrdered, [n], 2 ** n - 2]),
  ['the wakeup example of POPL 2014', programs.wakeupExample, [], 5],
  ...[1, 100, 1000].map((length): Golden => ['par_length', programs.parLength, [length], 4]),
  ['two atomic increments', programs.twoAtomics, [], 4],
];

const titled = (golden: readonly Golden[]) =>
  golden.map(([name, make, size, traces]) => ({ title: `${name}(${size.join(' × ')})`, make, size, traces }));

describe('explores each Mazurkiewicz trace once, and breaks off no run', () => {
  test.each(titled(counts))('$title: $traces', ({ make, size: [n = 0, k], traces }) => {
    const found = tracesOf(make(n, k));
    expect({ traces: found.traces, redundant: found.redundant }).toEqual({ traces, redundant: 0 });
    expect(new Set(found.names).size).toBe(traces);
  });
});

const large: readonly Golden[] = [
  ['readers', programs.readers, [13], 8192],
  ['lockCounter', (n, k = 1) => lockCounter(n, k), [3, 4], 34_650],
  ['fib_bench', fibBench, [5], 218_243],
  ['lastzero', lastzero, [15], 147_456],
];

describe('so it does with large ones', () => {
  test.each(titled(large))('$title: $traces', ({ make, size: [n = 0, k], traces }) => {
    const { kernel, initial } = make(n, k);
    const world = worldOf(kernel, initial, { properties: [], watch: {} });
    const found = exploreTraces(world, { steps: 1000, onRun: () => false });
    expect(found).toEqual({ traces, redundant: 0 });
  });
});

test.each([3, 5, 10])('exactly one trace of philosophers(%i) ends with nobody able to move', (n) => {
  expect(tracesOf(philosophers(n)).stuck).toBe(1);
  expect(tracesOf(philosophersOrdered(n)).stuck).toBe(0);
});
