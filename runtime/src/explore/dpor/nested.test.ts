import { expect, test } from 'vitest';
import { opsOf } from '../testing/ops.ts';
import type { Program } from '../testing/program.ts';
import { saidByBruteForce, saidByDpor } from './testing/said.ts';

test('who fails to get a mutex may come before and behind its being taken again', () => {
  const program: Program = {
    mutexes: [true],
    spinLocks: 1,
    options: { build: 'release' },
    clients: (m) => {
      const op = opsOf(m);
      const [spinLock] = m.spinLocks;
      return [
        [
          [
            op.lock(),
            { op: 'ask', effect: { type: 'tryLockSpin', spinLock } },
            op.lock(),
            op.unlock(),
            op.unlock(),
          ],
        ],
        // must not wait for the mutex: it gets it behind the other's last unlock only
        [[{ op: 'ask', effect: { type: 'lockSpin', spinLock, disablesInterrupts: false } }, op.lock()]],
      ];
    },
  };
  expect(saidByDpor(program)).toMatchObject({
    ...saidByBruteForce(program, 100),
    redundant: 0,
    duplicates: 0,
  });
});
