import { expect, test } from 'vitest';
import { enumerate } from './testing/bruteForce.ts';
import { ALL, NONE } from './reductions.ts';
import { bufferedProgram } from './testing/bufferedProgram.ts';
import { leastFound } from './testing/leastFound.ts';
import { ready } from './testing/program.ts';
import { randomProgram } from './testing/randomProgram.ts';

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
