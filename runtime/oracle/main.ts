import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { realmText } from '../../scripts/build-guest.ts';
import { play, type Played } from './play.ts';
import { BadOracleFile, readOracle } from './read.ts';
import { linesOf, summaryOf } from './report.ts';

/** `npm run oracle -- FILE [--only ID,…] [--max-states N] [--json]`: plays an oracle file; exits with 1 if anything differs. */
const USAGE = 'npm run oracle -- FILE [--only ID,…] [--max-states N] [--json]';
/** Of whose classes ours are a copy. */
const KERNEL = 'xnu-11417.';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
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
  const { kernel, scenarios } = readOracle(textOf(file));
  const wanted = values.only?.split(',');
  const unknown = wanted?.filter((id) => !scenarios.some((scenario) => scenario.id === id)) ?? [];
  if (unknown.length > 0) throw new BadOracleFile(`no scenario ${unknown.join(', ')} in ${file}`);
  const realm = await realmText(join(import.meta.dirname, '../src/index.ts'));
  const all: Played[] = [];
  for (const scenario of scenarios) {
    const { id, title } = scenario;
    if (wanted && !wanted.includes(id)) continue;
    const played: Played = kernel.startsWith(KERNEL)
      ? play(scenario, { realm, maxStates })
      : { id, title, result: 'not covered', reason: `kernel ${kernel}` };
    all.push(played);
    if (!values.json) for (const line of linesOf(played)) console.log(line);
  }
  console.log(values.json ? JSON.stringify(all, null, 2) : summaryOf(all));
  return all.some(({ result }) => result === 'different' || result === 'failed') ? 1 : 0;
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
