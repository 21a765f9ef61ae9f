import { exploreGraph } from '../explore/explore.ts';
import { MOST_DRAWN } from '../explore/smallGraph.ts';
import type { Bound, Progress, Verdict } from '../explore/verdict.ts';
import { ProgramFault, type Realm } from '../guest/index.ts';
import { explainFault, sayBoth } from '../messages/index.ts';
import type { Limits, Program, ProgramError, VerdictReport } from './protocol.ts';
import { reportVerdict } from './report.ts';
import { openWorld, type World } from './world.ts';

/** Explores all schedules of a program in a realm of its own; what the program did wrong is reported, never thrown. */
export const exploreWorld = (
  makeRealm: () => Promise<Realm>,
  program: Program,
  limits: Limits,
  onProgress: (progress: Progress) => void = () => {},
): Promise<VerdictReport> =>
  inWorld(makeRealm, program, limits, (world) =>
    reportVerdict(world, decideWorld(world, optionsIn(world, limits, onProgress))),
  );

/** What every engine is given. */
export interface OptionsInWorld {
  readonly properties: World['properties'];
  readonly limits: Limits;
  /** A graph that can be drawn is counted as it is drawn. */
  readonly plain: number;
  readonly onProgress: (progress: Progress) => void;
  readonly questions: () => number;
  /** Whether to go on after a failure. */
  readonly all?: boolean;
}

export const optionsIn = (
  world: World,
  limits: Limits,
  onProgress: (progress: Progress) => void,
): OptionsInWorld => ({
  properties: world.properties,
  limits,
  plain: MOST_DRAWN,
  onProgress,
  questions: () => world.program.questions(),
});

/** Decides an open program by its state graph, and asks the guest once more whether what it said was true. */
export function decideWorld(world: World, options: OptionsInWorld): Verdict {
  const verdict = exploreGraph(world.kernel, world.initial, options);
  world.program.audit();
  return { ...verdict, questions: world.program.questions() };
}

/** Opens a program in a realm of its own, and reports what it did wrong where it cannot be run. */
export async function inWorld<Report extends VerdictReport>(
  makeRealm: () => Promise<Realm>,
  program: Program,
  limits: Limits,
  use: (world: World) => Report,
): Promise<Report | VerdictReport> {
  const realm = await makeRealm();
  try {
    return use(openWorld(realm, program, limits));
  } catch (error) {
    if (error instanceof ProgramFault)
      return reportBound(error.plain(), limits) ?? reportFault(error.plain());
    throw error;
  } finally {
    realm.dispose();
  }
}

/** The bound of the guest that a program met: what was not looked at may hold or not. */
function reportBound(error: ProgramError, limits: Limits): VerdictReport | undefined {
  const bounds: Readonly<Record<string, readonly [bound: Bound, limit: number]>> = {
    'too-many-questions': ['questions', limits.questions],
    'history-too-long': ['history', limits.history],
    'too-many-passes': ['replayed-effects', limits.replayedEffects],
  };
  const met = bounds[error.code];
  if (!met) return undefined;
  const [bound, limit] = met;
  const place = error.file === undefined ? '' : `${error.file}:${error.line ?? 1}`;
  const sentence = sayBoth(`verdict.inconclusive.${bound}`, { limit, place });
  return { verdict: 'inconclusive', bound, sentence, states: 0, questions: 0, outcomes: [], error };
}

/** A program that could not be run, or broke off, as a report. */
function reportFault(error: ProgramError): VerdictReport {
  return { verdict: 'error', sentence: explainFault(error), states: 0, questions: 0, outcomes: [], error };
}
