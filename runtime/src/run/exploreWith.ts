import { loadEngines } from '#engines';
import type { PortfolioVerdict } from '../explore/portfolio.ts';
import type { RunsVerdict } from '../explore/runsVerdict.ts';
import type { Localized, Progress, Verdict } from '../explore/verdict.ts';
import type { Realm } from '../guest/index.ts';
import { sayBoth } from '../messages/index.ts';
import { decideWorld, inWorld, optionsIn, type OptionsInWorld } from './exploreWorld.ts';
import type { EngineChoice, EngineReport, Limits, Program } from './protocol.ts';
import type { Engines } from './engines.ts';
import { reportVerdict } from './report.ts';
import { reportGraph } from './reportGraph.ts';
import { drawBlocks, SAMPLES, SEED } from './sampleBlocks.ts';
import type { World } from './world.ts';

export interface HowToExplore {
  readonly limits: Limits;
  readonly choice: EngineChoice;
  /** Whether a small state graph is wanted too. */
  readonly graph?: boolean;
  /** In a page, the script of the engines besides the state graph. */
  readonly engines?: string;
  readonly onProgress?: (progress: Progress) => void;
}

/** Looks at the schedules of a program with the engine of one's choice, in a realm of its own; samples in one a block. */
export function exploreWith(
  makeRealm: () => Promise<Realm>,
  program: Program,
  how: HowToExplore,
): Promise<EngineReport> {
  if (how.choice.engine !== 'sample') return exploreInRealm(makeRealm, program, how);
  const { samples = SAMPLES } = how.choice;
  return drawBlocks(how.choice, (choice, before) => {
    const onProgress = (progress: Progress): void => {
      const traces = before + (progress.traces ?? 0);
      how.onProgress?.({ ...progress, traces, left: samples - traces });
    };
    return exploreInRealm(makeRealm, program, { ...how, choice, onProgress });
  });
}

async function exploreInRealm(
  makeRealm: () => Promise<Realm>,
  program: Program,
  how: HowToExplore,
): Promise<EngineReport> {
  const { limits, choice } = how;
  const report = await inWorld(makeRealm, program, limits, (world): EngineReport => {
    const decided = askEngine(world, how);
    // before anything is reported: who runs a schedule has states know the time
    const graph = how.graph ? reportGraph(world) : undefined;
    return { ...decided(), ...(graph && { graph }) };
  });
  if ('engine' in report) return report;
  const engine = choice.engine === 'portfolio' ? 'graph' : choice.engine;
  return { ...report, engine, guarantee: 'none', deadlocks: 0, races: [] };
}

/** What the engine found, to be reported later. */
function askEngine(
  world: World,
  { limits, choice, engines, onProgress = () => {} }: HowToExplore,
): () => EngineReport {
  const { kernel, initial } = world;
  const options = optionsIn(world, limits, onProgress);
  if (choice.engine === 'graph') {
    const verdict = decideWorld(world, { ...options, all: choice.all ?? false });
    return () => ofGraph(world, verdict);
  }
  const found = ask(loadEngines(engines), kernel, initial, choice, { ...options, steps: limits.steps });
  world.program.audit();
  return () =>
    'engine' in found
      ? ofRuns(world, found, choice)
      : ofGraph(world, { ...found, questions: world.program.questions() });
}

function ask(
  { exploreDpor, explorePortfolio, exploreSamples }: Engines,
  kernel: World['kernel'],
  initial: World['initial'],
  { engine, boundPreemptions, samples = SAMPLES, seed = SEED }: EngineChoice,
  options: OptionsInWorld & { readonly steps: number },
): PortfolioVerdict {
  if (engine === 'portfolio') return explorePortfolio(kernel, initial, options);
  if (engine === 'sample') return exploreSamples(kernel, initial, { ...options, samples, seed });
  return exploreDpor(kernel, initial, {
    ...options,
    ...(boundPreemptions !== undefined && { boundPreemptions }),
  });
}

function ofGraph(world: World, verdict: Verdict): EngineReport {
  const failure = verdict.verdict === 'fails' ? verdict.counterexample.failure : undefined;
  return {
    ...reportVerdict(world, verdict),
    engine: 'graph',
    guarantee: guaranteeOf(verdict),
    deadlocks: failure?.kind === 'deadlock' ? 1 : 0,
    races: failure?.kind === 'data-race' ? [String(failure.data['cell'])] : [],
  };
}

function ofRuns(world: World, found: RunsVerdict, { boundPreemptions }: EngineChoice): EngineReport {
  const { engine, runs, redundant, deadlocks, races, byPreemptions, refused } = found;
  const verdict = { ...found.verdict, questions: world.program.questions() };
  const report = reportVerdict(world, verdict);
  return {
    ...report,
    sentence: sentenceOf(found, boundPreemptions) ?? report.sentence,
    engine,
    guarantee: guaranteeOf(verdict, boundPreemptions),
    ...(engine === 'dpor' ? { traces: runs, redundant } : { samples: runs }),
    ...(byPreemptions && { tracesByPreemptions: byPreemptions }),
    deadlocks,
    races,
    ...(refused && { refused }),
  };
}

/** What it says of runs and not of states. */
function sentenceOf(
  { verdict: { verdict }, runs, refused }: RunsVerdict,
  boundPreemptions: number | undefined,
): Localized | undefined {
  if (refused && verdict === 'inconclusive') return sayBoth(`verdict.refused.${refused}`, {});
  if (verdict !== 'holds') return undefined;
  if (boundPreemptions === undefined) return sayBoth('verdict.holds.traces', { traces: runs });
  return sayBoth('verdict.holds.preemptions', { traces: runs, preemptions: boundPreemptions });
}

function guaranteeOf({ verdict }: Verdict, boundPreemptions?: number): EngineReport['guarantee'] {
  if (verdict === 'fails') return 'counterexample';
  if (verdict !== 'holds') return 'none';
  return boundPreemptions === undefined ? 'every-schedule' : 'preemption-bound';
}
