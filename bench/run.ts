import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { buildCommit, buildHere, previousCommit, type Build } from './build.ts';
import { exerciseRows } from './exercises.ts';
import { rows, type Row } from './rows.ts';
import { spinChecker, spinVersion, type Measured } from './spin.ts';
import { printTable, type Compared } from './table.ts';

/**
 * `npm run bench [-- NAME …]`: our times, and as ratios to them SPIN's, fast-check's and those of our previous commit, measured in
 * turns in one run. Prints a table and keeps it in `results/`. Names choose rows by a part of theirs.
 */
const ROUNDS = 5;
const TURNS = 3;

const spin = spinVersion();
if (!spin) console.log('Its column stays empty without SPIN and gcc: apt-get install spin gcc');
const here = await buildHere();
const commit = previousCommit();
const previous = await buildCommit(commit);

const median = (list: readonly number[]): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;

function measure({ program, folder }: Build, name: string, rounds = ROUNDS): Measured {
  const said = execFileSync('node', [program, name, String(rounds)], { cwd: folder, encoding: 'utf8' });
  const { ms, states } = JSON.parse(said) as { readonly ms: readonly number[]; readonly states: number };
  return { ms: median(ms), states };
}

/** The previous commit may not have the row. */
function measurePrevious(build: Build, { name, rounds }: Row): Measured | undefined {
  try {
    return measure(build, name, rounds);
  } catch {
    return undefined;
  }
}

/** Everybody in turns, so that a busy moment meets all alike. */
function compare(row: Row): Compared {
  const checker = row.spin && spin ? spinChecker(row.spin) : undefined;
  const turns = Array.from({ length: TURNS }, () => ({
    ours: measure(here, row.name, row.rounds),
    spin: checker?.(),
    fastCheck: row.fastCheck ? measure(here, `${row.name}, fast-check`) : undefined,
    previous: previous && measurePrevious(previous, row),
  }));
  const of = (who: 'ours' | 'spin' | 'fastCheck' | 'previous'): Measured | undefined => {
    const list = turns.flatMap((turn) => turn[who] ?? []);
    return list[0] && { ms: median(list.map(({ ms }) => ms)), states: list[0].states };
  };
  const ours = of('ours');
  if (!ours) throw new Error(`internal bug: ${row.name} was not measured`);
  return { row, ours, spin: of('spin'), fastCheck: of('fastCheck'), previous: of('previous') };
}

const wanted = process.argv.slice(2);
const results: Compared[] = [];
for (const row of [...rows, ...exerciseRows.map((name) => ({ name }))]) {
  if (wanted.length > 0 && !wanted.some((part) => row.name.includes(part))) continue;
  console.error(row.name);
  results.push(compare(row));
}
printTable(results);

const machine = {
  date: new Date().toISOString(),
  processor: cpus()[0]?.model,
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  spin,
  previous: previous && commit,
};
const folder = join(import.meta.dirname, 'results');
mkdirSync(folder, { recursive: true });
const file = join(folder, `${machine.date.slice(0, 16).replace(':', '')}.json`);
writeFileSync(file, `${JSON.stringify({ machine, results }, undefined, 2)}\n`);
console.log(`${file}\n${JSON.stringify(machine)}`);
