import { parseArgs } from 'node:util';
import { FAMILIES, familyProgram } from '../../runtime/src/explore/dpor/testing/familyProgram.ts';
import { bufferedProgram } from '../../runtime/src/explore/testing/bufferedProgram.ts';
import type { Program } from '../../runtime/src/explore/testing/program.ts';
import { randomProgram } from '../../runtime/src/explore/testing/randomProgram.ts';
import { released } from '../../runtime/src/explore/testing/released.ts';
import { shrink } from '../../runtime/src/explore/testing/shrink.ts';
import { withTwins } from '../../runtime/src/explore/testing/withTwins.ts';
import { compare } from './contradiction.ts';
import { programText } from './programText.ts';

/**
 * `random.mjs --minutes M --programs N --seed S`: holds every engine against brute force on random programs, for so long or, if N is
 * more than 0, so many of each source. Ends at the first contradiction.
 */
const { values } = parseArgs({
  options: { minutes: { type: 'string' }, programs: { type: 'string' }, seed: { type: 'string' } },
});
const [minutes, most, seed] = [values.minutes, values.programs, values.seed].map(Number) as [
  number,
  number,
  number,
];

const plain: readonly (readonly [name: string, make: (n: number) => Program])[] = [
  ['random', randomProgram],
  ['random, with store buffers', bufferedProgram],
  ...FAMILIES.map((family) => [family, (n: number) => familyProgram(family, n)] as const),
];
const builds = plain.flatMap(
  ([name, make]) =>
    [
      [name, make],
      [`${name}, release build`, (n: number) => released(make(n), n)],
    ] as const,
);
const sources = builds.flatMap(
  ([name, make]) =>
    [
      [name, make],
      [`${name}, with twins`, (n: number) => withTwins(make(n), n)],
    ] as const,
);

const began = Date.now();
const goesOn = (made: number): boolean => (most > 0 ? made < most : Date.now() < began + minutes * 60_000);
const counts = new Map<string, number>();
const count = (what: string): unknown => counts.set(what, (counts.get(what) ?? 0) + 1);
let programs = 0;
let traces = 0;
let wrong = 0;

for (let n = 0; goesOn(n) && wrong === 0; n++) {
  for (const [name, make] of sources) {
    const program = make(seed + n);
    const found = compare(program);
    programs++;
    if (program.options?.build === 'release') count('on a release build');
    count(found ? 'decided by brute force' : 'too large for brute force');
    traces += found?.traces ?? 0;
    found?.compared.forEach(count);
    if (found?.contradiction === undefined) continue;
    wrong++;
    const smallest = shrink(program, (smaller) => compare(smaller)?.contradiction !== undefined);
    // twins that lose a line each are none any more
    const shown = compare(smallest)?.contradiction === undefined ? program : smallest;
    console.log(`\n${name}, seed ${seed + n}\n${programText(shown)}\n${compare(shown)?.contradiction}`);
  }
}

console.log(`seed ${seed}: ${programs} programs in ${((Date.now() - began) / 60_000).toFixed(1)} min`);
for (const [what, times] of counts) console.log(`  ${what}: ${times}`);
console.log(`  traces: ${traces}\n  contradictions: ${wrong}`);
process.exitCode = wrong > 0 ? 1 : 0;
