import { enabled, type PackedChoice } from '../../runtime/src/kernel/index.ts';
import { opsOf } from '../../runtime/src/explore/testing/ops.ts';
import { ready } from '../../runtime/src/explore/testing/program.ts';
import { random } from '../../runtime/src/explore/random.ts';

/** Three tasks of two steps each, under random schedules; the same as `fastCheckTasks.ts`. */
export function sampleThreeTasks(schedules: number): number {
  const { kernel, initial } = ready({
    cells: [{ kind: 'unsynchronized', value: 0 }],
    clients: (machine) => {
      const op = opsOf(machine);
      return Array.from({ length: 3 }, () => [[op.load(0, 0), op.storeNext(0, 0)]]);
    },
  });
  const next = random(1);
  const choices: PackedChoice[] = [];
  for (let i = 0; i < schedules; i++) {
    const state = initial.slice();
    while (enabled(kernel, state, choices) > 0) {
      kernel.step(state, choices[Math.floor(next() * choices.length)] ?? 0);
    }
  }
  return schedules;
}
