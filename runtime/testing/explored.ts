import { join } from 'node:path';
import { realmText } from '../../scripts/build-guest.ts';
import { inProcessRealm } from '../src/guest/index.ts';
import * as library from '../src/index.ts';
import { Engine, type NamedChoice } from '../src/run/engine.ts';
import type { EngineChoice, EngineReport, Program, RunReport, VerdictReport } from '../src/run/protocol.ts';
import * as builders from '../src/run/scenario.ts';

/** A small program and its scenario, as pieces of text in which every public name is at hand. */
export interface Pieces {
  /** Classes. */
  readonly driver?: string;
  /** Statements of `setup`. */
  readonly setup?: string;
  /** What setup returns as `threads`: `A: [() => disk.read(1)]`. */
  readonly threads: string;
  /** What it returns as `watch`: `busy: disk.busy`. */
  readonly watch?: string;
  readonly properties?: string;
  /** Other fields of the scenario: `time: 'any'`. */
  readonly options?: string;
}

const realm = realmText(join(import.meta.dirname, '../src/index.ts'));
const engine = new Engine(async () => inProcessRealm(await realm));

const text = ({
  driver = '',
  setup = '',
  threads,
  watch = '',
  properties = '',
  options = '',
}: Pieces): string => `
  import { ${Object.keys(library).join(', ')} } from 'workloop';
  import { ${Object.keys(builders).join(', ')} } from 'workloop/run';
  ${driver}
  export default scenario({
    title: { en: 'test', 'zh-Hans': '测试' },
    ${options}
    *setup() {
      ${setup}
      return { threads: { ${threads} }, watch: { ${watch} } };
    },
    properties: [${properties}],
  });`;

const program = (pieces: Pieces): Program => ({
  files: { 'test.ts': text(pieces) },
  scenario: 'test.ts',
  trusted: ['test.ts'],
});

/** The verdict over all schedules. */
export const explored = (pieces: Pieces): Promise<VerdictReport> => engine.explore(program(pieces));

/** One run, chosen by a seed. */
export const ran = (pieces: Pieces, seed: number): Promise<RunReport> =>
  engine.run(program(pieces), { seed });

/** The run after these choices, and what can move next. */
export const stepped = (pieces: Pieces, choices: readonly NamedChoice[]): Promise<RunReport> =>
  engine.step(program(pieces), choices);

/** The run that a token names. */
export const replayed = (pieces: Pieces, token: string): Promise<RunReport> =>
  engine.replay(program(pieces), token);

/** How it ends, each way once and in order: `A: 0,0 B: 0 | busy=false`. If it fails, how: `fails: panic: …`. */
export async function ends(pieces: Pieces): Promise<readonly string[]> {
  const { verdict, outcomes, failure, error, sentence } = await explored(pieces);
  if (error) throw new Error(`${sentence.en} ${JSON.stringify(error)}`);
  if (failure) return [`${verdict}: ${failure.kind}: ${failure.summary.en}`];
  const shown = outcomes.map(({ results, watched }) => {
    const calls = Object.entries(results).map(([name, values]) => `${name}: ${values.join(',')}`);
    const cells = Object.entries(watched).map(([name, value]) => `${name}=${value}`);
    return [calls.join(' '), ...cells].join(' | ');
  });
  return [...new Set(shown)].toSorted();
}

/** What an engine of one's choice says. */
export const exploredWith = (
  pieces: Pieces,
  choice: EngineChoice,
  options: Parameters<Engine['exploreWith']>[2] = {},
): Promise<EngineReport> => engine.exploreWith(program(pieces), choice, options);
