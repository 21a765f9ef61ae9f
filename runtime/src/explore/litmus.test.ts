import { describe, expect, test } from 'vitest';
import type { DeviceModel } from '../kernel/index.ts';
import { exploreGraph } from './explore.ts';
import { button } from './testing/button.ts';
import { LITMUS, type Litmus } from './testing/litmus.ts';
import { opsOf } from './testing/ops.ts';
import { ready, type Machine } from './testing/program.ts';

/** How a program can be written otherwise without being another one. */
interface Writing {
  readonly name: string;
  /** Threads in the other order. */
  readonly threadsTurned?: boolean;
  /** Cells and mutexes made in the other order. */
  readonly objectsTurned?: boolean;
  /** Made behind others that nobody uses. */
  readonly unused?: number;
  /** What the threads are called. */
  readonly names?: readonly string[];
}

const WRITINGS: readonly Writing[] = [
  { name: 'as written' },
  { name: 'its threads the other way round', threadsTurned: true },
  { name: 'its objects made in the other order', objectsTurned: true },
  { name: 'its objects made behind others', unused: 3 },
  { name: 'its threads called something else', names: ['zoe', 'B', 'A'] },
  { name: 'all of that', threadsTurned: true, objectsTurned: true, unused: 1, names: ['9', 'x', 'A'] },
];

/** The outcomes of a program, written in some way; each as what the threads return, in the order in which they are written. */
function outcomesOf(litmus: Litmus, { threadsTurned, objectsTurned, unused = 0, names }: Writing) {
  const { threads, cells = 'unsynchronized', holding = 0, recursive = false, options, procedures } = litmus;
  const turned = <T>(list: readonly T[], yes = false): readonly T[] => (yes ? list.toReversed() : list);
  /** The machine as the program sees it: without what is not used. */
  const seen = (m: Machine): Machine => ({
    ...m,
    cells: turned(m.cells.slice(unused), objectsTurned),
    mutexes: turned(m.mutexes.slice(unused), objectsTurned),
    nameOf: (thread) => m.nameOf(threadsTurned ? count - 1 - thread : thread),
  });
  let count = 0;
  const made = <T>(n: number, one: T): readonly T[] => Array.from({ length: unused + n }, () => one);
  const { kernel, initial } = ready({
    cells: made(2, { kind: cells, value: holding }),
    mutexes: made(2, recursive),
    spinLocks: 1,
    objects: 1,
    callouts: 1,
    devices: procedures ? [{ model: 'button', config: { name: 'button', must: false } }] : [],
    options: { models: { button } as Record<string, DeviceModel>, ...options },
    ...(procedures && { procedures: (m) => procedures(seen(m)) }),
    ...(names && { names }),
    clients: (m) => {
      count = threads(opsOf(seen(m)), seen(m)).length;
      return turned(threads(opsOf(seen(m)), seen(m)), threadsTurned).map((routine) => [routine]);
    },
  });
  const verdict = exploreGraph(kernel, initial, { properties: { properties: [], watch: {} } });
  const clients = kernel.contexts.filter(({ kind }) => kind === 'client').map(({ name }) => name);
  const outcomes = verdict.outcomes.map(({ results }) =>
    JSON.stringify(
      turned(
        clients.flatMap((name) => results[name]),
        threadsTurned,
      ),
    ),
  );
  return { verdict: verdict.verdict, outcomes: outcomes.toSorted() };
}

describe.each(WRITINGS)(
  '$name, the smallest program of each primitive has just these outcomes:',
  (writing) => {
    test.each(LITMUS.map((litmus) => [litmus.title, litmus] as const))('%s', (_, litmus) => {
      expect(outcomesOf(litmus, writing)).toEqual({
        verdict: 'holds',
        outcomes: litmus.outcomes.map((outcome) => JSON.stringify(outcome)).toSorted(),
      });
    });
  },
);
