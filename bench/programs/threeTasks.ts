import { opsOf } from '../../runtime/src/explore/testing/ops.ts';
import { ready } from '../../runtime/src/explore/testing/program.ts';
import { exploreSamples } from '../../runtime/src/explore/sample/exploreSamples.ts';

/** Three tasks of two steps each, under schedules of a random walk; the same as `fastCheckTasks.ts`. */
export function sampleThreeTasks(samples: number): number {
  const { kernel, initial } = ready({
    cells: [{ kind: 'unsynchronized', value: 0 }],
    clients: (machine) => {
      const op = opsOf(machine);
      return Array.from({ length: 3 }, () => [[op.load(0, 0), op.storeNext(0, 0)]]);
    },
  });
  const properties = { properties: [], watch: {} };
  return exploreSamples(kernel, initial, { properties, samples, seed: 1, strategies: ['walk'] }).runs;
}
