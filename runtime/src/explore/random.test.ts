import { expect, test } from 'vitest';
import { enumerate, judge } from './testing/bruteForce.ts';
import { ALL, NONE, type Reductions } from './reductions.ts';
import { bufferedProgram } from './testing/bufferedProgram.ts';
import { everything } from './testing/everything.ts';
import { ready, type Program } from './testing/program.ts';
import { randomProgram } from './testing/randomProgram.ts';
import { released } from './testing/released.ts';

const PROGRAMS = Number(process.env['PROGRAMS'] ?? 1000);
const FIRST = Number(process.env['FIRST'] ?? 1);

const ALWAYS: readonly (readonly [name: string, Reductions])[] = [
  ['none', NONE],
  ['all', ALL],
];
/** All but one. */
const IN_TURN: typeof ALWAYS = (Object.keys(ALL) as (keyof Reductions)[]).map((name) => [
  `without ${name}`,
  { ...ALL, [name]: false },
]);

/** Holds the engine against brute force, on programs that seeds name; those with more than `most` states are left out. */
function againstBruteForce(
  programOf: (seed: number) => Program,
  count: number,
  most: number,
): { readonly seen: readonly string[]; readonly plain: number; readonly reduced: number } {
  const seen = new Set<string>();
  let plain = 0;
  let reduced = 0;
  for (let seed = FIRST; seed < FIRST + count; seed++) {
    const program = programOf(seed);
    const { kernel, initial } = ready(program);
    const nodes = enumerate(kernel, initial, most);
    if (!nodes) continue;
    const wanted = judge(kernel, nodes);
    for (const [name, reductions] of [...ALWAYS, IN_TURN[seed % IN_TURN.length]]) {
      const found = everything(program, reductions);
      if (reductions === ALL) reduced += found.states;
      const states = reductions === NONE ? found.states : wanted.states;
      expect({ seed, name, ...found, states }).toEqual({ seed, name, ...wanted });
    }
    plain += nodes.length;
    for (const kind of wanted.kinds.size > 0 ? wanted.kinds : ['holds']) seen.add(kind);
  }
  return { seen: [...seen].toSorted(), plain, reduced };
}

const SAMPLES: readonly (readonly [title: string, (seed: number) => Program, count: number, most: number])[] =
  [
    [
      `says what brute force says of ${PROGRAMS} random programs, with all reductions, with one less, with none`,
      randomProgram,
      PROGRAMS,
      4000,
    ],
    [`says so of ${PROGRAMS / 2} where stores wait in buffers`, bufferedProgram, PROGRAMS / 2, 3000],
    [
      `says so of ${PROGRAMS / 4} on a kernel without assertions, about which programs often err`,
      (seed) => released(seed % 3 === 0 ? bufferedProgram(seed) : randomProgram(seed), seed),
      PROGRAMS / 4,
      3000,
    ],
  ];

test.each(SAMPLES)('%s', (_, programOf, count, most) => {
  const { seen, plain, reduced } = againstBruteForce(programOf, count, most);
  expect(seen).toEqual(['data-race', 'deadlock', 'hang', 'holds', 'panic']);
  expect(reduced).toBeLessThan(plain * 0.75);
});
