import { expect, test } from 'vitest';
import { saidByBruteForce, saidByDpor } from './testing/said.ts';
import { randomProgram } from '../testing/randomProgram.ts';
import { released } from '../testing/released.ts';

const PROGRAMS = Number(process.env['PROGRAMS'] ?? 500);
const FIRST = Number(process.env['FIRST'] ?? 2500);
const MOST_STATES = 2000;

test.each([
  [PROGRAMS, 'random programs', randomProgram, []],
  [
    PROGRAMS / 2,
    'on a kernel without assertions',
    (seed: number) => released(randomProgram(seed), seed),
    ['spins-in-handler'],
  ],
] as const)('says what brute force says of %i %s, and no trace twice', (programs, _, programOf, more) => {
  const seen = new Set<string>();
  let decided = 0;
  for (let seed = FIRST; seed < FIRST + programs; seed++) {
    const program = programOf(seed);
    const said = saidByDpor(program);
    if (typeof said === 'string') {
      seen.add(said);
      continue;
    }
    const wanted = saidByBruteForce(program, MOST_STATES);
    if (!wanted) continue;
    const { traces, ...rest } = said;
    expect(traces).toBeGreaterThan(0);
    expect({ seed, ...rest }).toEqual({ seed, ...wanted, redundant: 0, duplicates: 0 });
    decided++;
    for (const kind of wanted.kinds.length > 0 ? wanted.kinds : ['holds']) seen.add(kind);
  }
  expect(decided).toBeGreaterThan(programs / 2);
  const all = ['data-race', 'deadlock', 'hang', 'holds', 'loops', 'may-steps', 'panic', 'time'];
  expect([...seen].toSorted()).toEqual([...all, ...more].toSorted());
});
