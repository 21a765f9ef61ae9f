import { expect, test } from 'vitest';
import { worldOf } from '../explore.ts';
import { opsOf } from '../testing/ops.ts';
import { ready, type Ready } from '../testing/program.ts';
import { exploreTraces } from './dpor.ts';
import { exploreDpor } from './exploreDpor.ts';
import { leastPreemptions } from './preemptions.ts';
import { lockCounter, philosophers, racyInc, twoAtomics } from './testing/programs.ts';

/** How many traces have a linearization with at most 0, 1, 2, … preemptions. */
function cumulative({ kernel, initial }: Ready): number[] {
  const world = worldOf(kernel, initial, { properties: [], watch: {} });
  const counts: number[] = [];
  exploreTraces(world, {
    steps: 1000,
    onRun: (run) => {
      const least = leastPreemptions(world, run, 100) ?? -1;
      counts[least] = (counts[least] ?? 0) + 1;
      return false;
    },
  });
  let sum = 0;
  return Array.from({ length: counts.length }, (_, most) => (sum += counts[most] ?? 0));
}

test.each<readonly [name: string, program: () => Ready, counts: readonly number[]]>([
  ['racyInc(3)', () => racyInc(3), [6, 24, 36]],
  ['racyInc(4)', () => racyInc(4), [24, 168, 432, 576]],
  ['two atomic increments each', twoAtomics, [2, 4]],
  ['philosophers(3), whose deadlock needs one', () => philosophers(3), [6, 7]],
  ['lockCounter(3 × 1), where waiting for a lock is free', () => lockCounter(3, 1), [6]],
])('counts the traces of %s up to each number of preemptions', (_name, program, counts) => {
  expect(cumulative(program())).toEqual(counts);
});

test('counts a trace whose cuts are more than numbers can tell apart', () => {
  // 60 threads of one step each make 2^60 cuts; their trace goes through 61 of them
  const { kernel, initial } = ready({
    cells: [{ kind: 'unsynchronized', value: 0 }],
    clients: (m) => Array.from({ length: 60 }, () => [[opsOf(m).add(0, 1, 0)]]),
  });
  const properties = { properties: [], watch: {} };
  const found = exploreDpor(kernel, initial, { properties, boundPreemptions: 0, traces: 1 });
  expect(found).toMatchObject({ runs: 1, byPreemptions: [1], verdict: { bound: 'traces' } });
});
