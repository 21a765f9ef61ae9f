import { parseArgs } from 'node:util';
import { FAMILIES, familyProgram } from '../runtime/src/explore/dpor/testing/familyProgram.ts';
import { bufferedProgram } from '../runtime/src/explore/testing/bufferedProgram.ts';
import type { Program } from '../runtime/src/explore/testing/program.ts';
import { randomProgram } from '../runtime/src/explore/testing/randomProgram.ts';
import { shrink } from '../runtime/src/explore/testing/shrink.ts';
import { compare } from './fuzz/contradiction.ts';
import { programText } from './fuzz/programText.ts';

/**
 * `npm run fuzz -- --minutes 30 --seed N`: random programs through brute force, the state graph with and without reductions, and optimal DPOR.
 * Prints how many each decided; where one contradicts brute force it prints the smallest program that it can find, and exits with 1.
 */
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
if (!(minutes > 0) || !Number.isSafeInteger(seed)) throw new Error('fuzz takes --minutes M and --seed N');

/** The oracle knows no deadlock of spin locks, so those are left to their own test. */
const families = FAMILIES.filter((family) => family !== 'spin locks');
const sources: readonly (readonly [name: string, make: (n: number) => Program])[] = [
  ['random', randomProgram],
  ['random, with store buffers', bufferedProgram],
  ...families.map((family) => [family, (n: number) => familyProgram(family, n)] as const),
];

const end = Date.now() + minutes * 60_000;
const decided = new Map<string, number>();
let programs = 0;
let traces = 0;
let wrong = 0;

for (let n = seed; Date.now() < end && wrong === 0; n++) {
  for (const [name, make] of sources) {
    const program = make(n);
    const found = compare(program);
    programs++;
    traces += found?.traces ?? 0;
    for (const engine of found?.engines ?? []) decided.set(engine, (decided.get(engine) ?? 0) + 1);
    if (found?.contradiction === undefined) continue;
    wrong++;
    const smallest = shrink(program, (smaller) => compare(smaller)?.contradiction !== undefined);
    console.error(`\n${name}, seed ${n}\n${programText(smallest)}\n${compare(smallest)?.contradiction}`);
  }
}

const counts = [...decided].map(([engine, count]) => `${engine} ${count}`).join(', ');
console.log(
  `seed ${seed}: ${programs} programs in ${minutes} min; decided by ${counts}; ${traces} traces; ${wrong} contradictions`,
);
process.exitCode = wrong > 0 ? 1 : 0;
