import { exploreGraph } from '../explore/explore.ts';
import type { Progress } from '../explore/verdict.ts';
import { ProgramFault, type Realm } from '../guest/index.ts';
import { explainFault } from '../messages/index.ts';
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
  inWorld(makeRealm, program, limits, (world) => {
    const verdict = exploreGraph(world.kernel, world.initial, {
      properties: world.properties,
      limits,
      onProgress,
      questions: () => world.program.questions(),
    });
    world.program.audit();
    return reportVerdict(world, { ...verdict, questions: world.program.questions() });
  });

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
    if (error instanceof ProgramFault) return reportFault(error.plain());
    throw error;
  } finally {
    realm.dispose();
  }
}

/** A program that could not be run, or broke off, as a report. */
function reportFault(error: ProgramError): VerdictReport {
  return { verdict: 'error', sentence: explainFault(error), states: 0, questions: 0, outcomes: [], error };
}
