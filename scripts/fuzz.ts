import { parseArgs } from 'node:util';
import { runBundled } from './fuzz/bundled.ts';
import type { AnswerCompared } from './fuzz/exercises.ts';

/**
 * `npm run fuzz -- --minutes 30 --seed N`: random programs through brute force and every engine (`fuzz/random.ts`). Prints how many each
 * decided; where one contradicts another it prints the smallest program that it can find, and exits with 1.
 *
 * `npm run fuzz -- --programs 10000 --seed N`: as many instead of as long.
 *
 * `npm run fuzz -- --exercises --traces N`: every answer of every exercise through both engines, without each reduction (`fuzz/exercises.ts`).
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    programs: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    exercises: { type: 'boolean', default: false },
    traces: { type: 'string', default: '1000000' },
  },
});
const { minutes, programs, seed, traces } = values;
for (const [name, text] of Object.entries({ minutes, programs, seed, traces }))
  if (!(Number(text) >= 0)) throw new Error(`--${name} is a number`);

process.exitCode = values.exercises ? await exercises() : await random();

function random(): Promise<number> {
  const args = ['--minutes', minutes, '--programs', programs, '--seed', seed];
  return runBundled('random', args, (line) => console.log(line));
}

async function exercises(): Promise<number> {
  let wrong = 0;
  const status = await runBundled('exercises', ['--traces', traces], (line) => {
    const { name, engines, reductions, minima } = JSON.parse(line) as AnswerCompared;
    const { traces: found, withoutStates, differences } = engines;
    console.log(`${name}: ${found}${withoutStates === undefined ? '' : ` (without: ${withoutStates})`}`);
    for (const difference of [...differences, ...reductions, ...minima]) {
      wrong++;
      console.error(`  ${difference}`);
    }
  });
  console.log(`${wrong} differences`);
  return wrong > 0 ? 1 : status;
}
