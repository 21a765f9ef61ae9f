import { expect, test } from 'vitest';
import { enumerate } from './testing/bruteForce.ts';
import { ALL, NONE } from './reductions.ts';
import { bufferedProgram } from './testing/bufferedProgram.ts';
import { leastFound } from './testing/leastFound.ts';
import { opsOf } from './testing/ops.ts';
import { ready, type Program } from './testing/program.ts';
import { randomProgram } from './testing/randomProgram.ts';
import { released } from './testing/released.ts';

const FIRST = Number(process.env['FIRST'] ?? 1);
const MOST_STATES = 250;
const KINDS = [
  'data-race',
  'deadlock',
  'lost-wakeup',
  'never-starts',
  'panic',
  'spins-forever',
  'starved',
  'waits-forever',
];

test.each([
  [550, 'random programs that fail', randomProgram],
  [300, 'that fail where stores wait in buffers', bufferedProgram],
  [200, 'that fail on a kernel without assertions', (seed: number) => released(randomProgram(seed), seed)],
])('finds what is least in preemptions, switches and steps of %i %s', (wanted, _, programOf) => {
  const seen = new Set<string>();
  let failing = 0;
  for (let seed = FIRST; failing < wanted && seed < FIRST + 4 * wanted; seed++) {
    const program = programOf(seed);
    const oracle = ready(program);
    const nodes = enumerate(oracle.kernel, oracle.initial, MOST_STATES);
    if (!nodes) continue;
    const both = [NONE, ALL].flatMap((reductions) => leastFound(program, reductions, oracle, nodes) ?? []);
    for (const { kind, shortest, found, least } of both) {
      expect({ seed, kind, shortest, found }).toEqual({ seed, kind, shortest: true, found: least });
      seen.add(kind);
    }
    if (both.length > 0) failing++;
  }
  expect(failing).toBe(wanted);
  expect([...seen].toSorted()).toEqual(KINDS);
});

test('steps that a failure does not need make no way to it longer, however many were joined', () => {
  const program: Program = {
    cells: [
      { kind: 'unsynchronized', value: 0 },
      { kind: 'unsynchronized', value: 0 },
    ],
    mutexes: [false],
    clients: (m) => {
      const op = opsOf(m);
      return [
        // nobody stores cell 0: after the lock all loads are joined
        [[op.lock(), op.load(0, 0), op.load(0, 0), op.load(0, 0), op.unlock()]],
        [[op.add(1, 1, 0), op.lock(), op.unlock()]],
        // where it does not get the mutex, it gives back what is not its own
        [[op.tryLock(0, 0), op.when(0, true, 3), op.unlock(), op.unlock()]],
      ];
    },
  };
  const oracle = ready(program);
  const nodes = enumerate(oracle.kernel, oracle.initial, MOST_STATES) ?? [];
  const found = [1, 1, 3];
  expect(leastFound(program, ALL, oracle, nodes)).toEqual({
    kind: 'panic',
    shortest: true,
    found,
    least: found,
  });
});
