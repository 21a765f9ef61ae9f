import { lockedIncrement } from '../../runtime/src/explore/testing/explored.ts';
import { opsOf } from '../../runtime/src/explore/testing/ops.ts';
import { ready, type Ready } from '../../runtime/src/explore/testing/program.ts';

/** n threads, each k calls: lock, read, write one more, unlock. The same as `spin/lock-counter.pml`. */
export function lockCounter(n: number, k: number): Ready {
  return ready({
    cells: [{ kind: 'unsynchronized', value: 0 }],
    mutexes: [false],
    clients: (machine) => {
      const calls = Array.from({ length: k }, () => lockedIncrement(opsOf(machine)));
      return Array.from({ length: n }, () => calls);
    },
  });
}
