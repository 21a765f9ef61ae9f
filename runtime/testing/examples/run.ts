import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { realmText } from '../../../scripts/build-guest.ts';
import { inProcessRealm } from '../../src/guest/index.ts';
import { Engine } from '../../src/run/engine.ts';
import type { Doubt } from './checks.ts';
import { programOf } from './program.ts';

const realm = realmText(join(import.meta.dirname, '../../src/index.ts'));
const engine = new Engine(async () => inProcessRealm(await realm));
const fixture = readFileSync(join(import.meta.dirname, 'fixture.ts'), 'utf8');

/**
 * Runs an example under every schedule.
 *
 * @returns what is wrong with it: undefined if it ends as it says, and every value that it says can be had
 */
export async function wrongWith(code: string): Promise<string | undefined> {
  const found = await ended(code);
  const { ending, doubts } = programOf(code);
  if (found !== (ending ?? 'ends')) return found;
  for (const doubt of doubts) {
    if ((await ended(code, doubt)) === found) return `check ${doubt.check + 1} is never wrong`;
  }
  return undefined;
}

async function ended(code: string, doubt?: Doubt): Promise<string> {
  const { text } = programOf(code, doubt);
  const { verdict, failure, error, sentence } = await engine.explore({
    files: { 'example.ts': text, 'fixture.ts': fixture },
    scenario: 'example.ts',
    trusted: ['example.ts', 'fixture.ts'],
  });
  if (verdict === 'holds') return 'ends';
  if (!failure) return `${sentence.en} ${JSON.stringify(error)}`;
  const { kind, summary } = failure;
  if (hangs.includes(kind)) return 'never returns';
  if (kind !== 'panic') return kind === 'data-race' ? 'data race' : summary.en;
  const message = /“(.*)”/.exec(summary.en)?.[1];
  return message === undefined ? 'use after free' : `panics: "${message}"`;
}

const hangs = ['deadlock', 'lost-wakeup', 'waits-forever', 'spins-forever', 'starved'];
