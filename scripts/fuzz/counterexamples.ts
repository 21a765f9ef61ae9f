import {
  createEngine,
  type EngineName,
  type FailureReport,
  type Program,
} from '../../runtime/src/run/index.ts';
import { wasm } from './opened.ts';

/** A counterexample that an engine reported. */
export interface Reported extends Pick<FailureReport, 'kind' | 'summary' | 'token'> {
  readonly engine: EngineName;
}

const SAMPLES = 100;
const loaded = createEngine({ wasm });

/** The counterexamples that these engines report of a program. */
export async function counterexamplesOf(
  program: Program,
  engines: readonly EngineName[],
): Promise<Reported[]> {
  const engine = await loaded;
  const reported: Reported[] = [];
  for (const name of engines) {
    const { failure } = await engine.exploreWith(program, { engine: name, samples: SAMPLES, seed: 1 });
    if (!failure) continue;
    const { kind, summary, token } = failure;
    reported.push({ engine: name, kind, summary, token });
  }
  return reported;
}
