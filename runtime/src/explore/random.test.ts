import { expect, test } from 'vitest';
import { bufferedProgram } from './testing/bufferedProgram.ts';
import { againstBruteForce } from './testing/againstBruteForce.ts';
import { randomProgram } from './testing/randomProgram.ts';

const PROGRAMS = Number(process.env['PROGRAMS'] ?? 1000);
const FIRST = Number(process.env['FIRST'] ?? 1);

test(`says what brute force says of ${PROGRAMS} random programs, with all reductions, with one less, with none`, () => {
  const { seen, plain, reduced } = againstBruteForce(randomProgram, {
    first: FIRST,
    count: PROGRAMS,
    most: 4000,
  });
  expect(seen).toEqual(['data-race', 'deadlock', 'hang', 'holds', 'panic']);
  expect(reduced).toBeLessThan(plain * 0.75);
});

test(`says so of ${PROGRAMS / 2} where stores wait in buffers`, () => {
  const { seen, plain, reduced } = againstBruteForce(bufferedProgram, {
    first: FIRST,
    count: PROGRAMS / 2,
    most: 3000,
  });
  expect(seen).toEqual(['data-race', 'deadlock', 'hang', 'holds', 'panic']);
  expect(reduced).toBeLessThan(plain * 0.75);
});
