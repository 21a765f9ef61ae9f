import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Profile } from '../src/effects/index.ts';
import { realmText } from '../../scripts/build-guest.ts';
import { play, type Played } from './play.ts';
import { BadOracleFile, readOracle, type OracleFile } from './read.ts';
import { linesOf, summaryOf } from './report.ts';

/** `npm run oracle -- FILE [--scenarios FILE] [--only ID,…] [--max-states N] [--json]`: plays an oracle file; exits with 1 if anything differs. */
const USAGE = 'npm run oracle -- FILE [--scenarios FILE] [--only ID,…] [--max-states N] [--json]';
/** Of whose classes ours are a copy, and in which profile. */
const profiles: Readonly<Record<string, Profile['kernel']>> = {
  'xnu-11417': 'current',
  'xnu-2782': 'yosemite',
};

/** Where scenarios are described whose file does not: beside it. */
const SCENARIOS = 'xnu-11417.json';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      scenarios: { type: 'string' },
      only: { type: 'string' },
      'max-states': { type: 'string', default: '300000' },
      json: { type: 'boolean', default: false },
    },
  });
  const [file, ...more] = positionals;
  const maxStates = Number(values['max-states']);
  if (file === undefined || more.length > 0 || !Number.isInteger(maxStates) || maxStates < 1) {
    throw new BadOracleFile(USAGE);
  }
  const { kernel, scenarios } = describedIn(
    values.scenarios ?? join(dirname(file), SCENARIOS),
    readOracle(textOf(file)),
  );
  const profile = profiles[kernel.replace(/\..*/, '')];
  const wanted = values.only?.split(',');
  const unknown = wanted?.filter((id) => !scenarios.some((scenario) => scenario.id === id)) ?? [];
  if (unknown.length > 0) throw new BadOracleFile(`no scenario ${unknown.join(', ')} in ${file}`);
  const realm = await realmText(join(import.meta.dirname, '../src/index.ts'));
  const all: Played[] = [];
  for (const scenario of scenarios) {
    const { id, title } = scenario;
    if (wanted && !wanted.includes(id)) continue;
    const played: Played = profile
      ? play(scenario, { realm, kernel: profile, maxStates })
      : { id, title, result: 'not covered', reason: `kernel ${kernel}` };
    all.push(played);
    if (!values.json) for (const line of linesOf(played)) console.log(line);
  }
  console.log(values.json ? JSON.stringify(all, null, 2) : summaryOf(all));
  return all.some(({ result }) => result === 'different' || result === 'failed') ? 1 : 0;
}

/** A file may leave the descriptions of its scenarios to another one, with the same ids. */
function describedIn(other: string, file: OracleFile): OracleFile {
  if (file.scenarios.every(({ scenario }) => scenario)) return file;
  const scenes = new Map(readOracle(textOf(other)).scenarios.map(({ id, scenario }) => [id, scenario]));
  const scenarios = file.scenarios.map((one) => ({ ...one, scenario: one.scenario ?? scenes.get(one.id) }));
  return { ...file, scenarios };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new BadOracleFile(`cannot be read: ${file}`, { cause: error });
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof BadOracleFile) && !(error instanceof TypeError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
