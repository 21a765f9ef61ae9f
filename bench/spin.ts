import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './rows.ts';
import { cache } from './cache.ts';

/** SPIN's name and version, or undefined where it or a C compiler is missing. */
export function spinVersion(): string | undefined {
  try {
    execFileSync('gcc', ['--version'], { stdio: 'ignore' });
    return execFileSync('spin', ['-V'], { encoding: 'utf8' }).trim().split(' -- ')[0];
  } catch {
    return undefined;
  }
}

/** Builds a model's checker: partial-order reduction on, safety only, optimized. Gives a function that runs it once. */
export function spinChecker({ model, constants }: NonNullable<Row['spin']>): () => Measured {
  const folder = join(cache, 'spin', `${model}-${Object.values(constants).join('-')}`);
  mkdirSync(folder, { recursive: true });
  const defines = Object.entries(constants).map(([name, value]) => `-D${name}=${value}`);
  execFileSync('spin', ['-a', ...defines, join(import.meta.dirname, 'spin', `${model}.pml`)], {
    cwd: folder,
  });
  execFileSync('gcc', ['-DSAFETY', '-O2', '-w', '-o', 'pan', 'pan.c'], { cwd: folder });
  return () => {
    // -E: a deadlock does not end the search, so that both search everything; user time, as ours
    const run = `TIMEFORMAT=%U; time ./pan -E -m1000000 -w24`;
    const said = execFileSync('bash', ['-c', `{ ${run}; } 2>&1`], { cwd: folder, encoding: 'utf8' });
    const states = /(\d+) states, stored/.exec(said)?.[1];
    const seconds = said.trim().split('\n').at(-1);
    return { ms: Number(seconds) * 1000, states: Number(states) };
  };
}

/** CPU time in the process itself, and how much was explored. */
export interface Measured {
  readonly ms: number;
  readonly states: number;
}
