import { expect, test } from 'vitest';
import { enumerate } from './bruteForce.ts';
import { leastCost, statesShowing } from './bruteMinimum.ts';
import { exploreOnce, worldOf } from './explore.ts';
import { isHang } from './hangs.ts';
import { ALL, NONE } from './reductions.ts';
import { ready } from './testing/program.ts';
import { bufferedProgram } from './testing/bufferedProgram.ts';
import { randomProgram } from './testing/randomProgram.ts';

const PROGRAMS = Number(process.env['PROGRAMS'] ?? 300);
const FIRST = Number(process.env['FIRST'] ?? 1);
const MOST = 400;
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
  ['', randomProgram],
  [' where stores wait in buffers', bufferedProgram],
])(`finds the least counterexample of each of ${PROGRAMS} random programs that fails%s`, (_, programOf) => {
  const seen = new Set<string>();
  for (let seed = FIRST; seed < FIRST + PROGRAMS; seed++) {
    const program = programOf(seed);
    const oracle = ready(program);
    const nodes = enumerate(oracle.kernel, oracle.initial, MOST);
    if (!nodes) continue;
    for (const reductions of [NONE, ALL]) {
      const { kernel, initial } = ready(program);
      const properties = { properties: [], watch: {} };
      const verdict = exploreOnce(worldOf(kernel, initial, properties), { properties, reductions });
      if (verdict.verdict !== 'fails') continue;
      const { failure, preemptions, switches, schedule, cycle = 0, shortest } = verdict.counterexample;
      const { kind } = failure;
      const goals = statesShowing(oracle.kernel, nodes, kind);
      const [p, s, n] = leastCost(oracle.kernel, nodes, goals) ?? [];
      const steps = schedule.length - cycle;
      const exact = reductions === NONE || !isHang(kind);
      const which = `program ${seed}, ${kind}, ${reductions === ALL ? 'reduced' : 'plain'}`;
      const found = {
        which,
        shortest,
        preemptions,
        switches,
        steps: exact ? steps : Math.min(steps, n ?? 0),
      };
      expect(found).toEqual({ which, shortest: true, preemptions: p, switches: s, steps: n });
      seen.add(kind);
    }
  }
  expect([...seen].toSorted()).toEqual(KINDS);
});
