import { opsOf } from '../../runtime/src/explore/testing/ops.ts';
import { ready, type Ready } from '../../runtime/src/explore/testing/program.ts';

/** n philosophers, each once: take the left fork, take the right one, put both back. The same as `spin/philosophers.pml`. */
export function philosophers(n: number): Ready {
  return ready({
    mutexes: Array.from({ length: n }, () => false),
    clients: (machine) => {
      const op = opsOf(machine);
      return Array.from({ length: n }, (_, left) => {
        const right = (left + 1) % n;
        return [[op.lock(left), op.lock(right), op.unlock(right), op.unlock(left)]];
      });
    },
  });
}
