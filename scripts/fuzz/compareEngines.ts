import { saidInTraces, type NotSaid } from '../../runtime/src/explore/dpor/testing/said.ts';
import { ALL } from '../../runtime/src/explore/reductions.ts';
import { everythingIn } from '../../runtime/src/explore/testing/everything.ts';
import { differ } from './differ.ts';
import type { Look, Opened } from './opened.ts';

/** The longest run: what is longer may have no end. */
const STEPS = 1000;

/** What optimal DPOR says of a program that the state graph has decided. */
export interface EnginesCompared {
  /** How many traces; or why it says nothing. */
  readonly traces: number | NotSaid;
  /** The same without the properties over states on the way, where it is those that it cannot decide. */
  readonly withoutStates?: number | NotSaid;
  /** What the two say differently. */
  readonly differences: readonly string[];
}

/** Holds both engines against each other: what goes wrong, what races, which outcomes there are. */
export function compareEngines(opened: Opened, traces: number): EnginesCompared {
  const whole = opened.look(both(traces));
  if (whole.traces !== 'state-properties' && whole.traces !== 'monitors') return whole;
  const ends = opened.look(both(traces), ({ kind }) => kind === 'end');
  return { ...whole, withoutStates: ends.traces, differences: ends.differences };
}

const both =
  (most: number): Look<EnginesCompared> =>
  (world, textOf) => {
    const dpor = saidInTraces(world, textOf, { steps: STEPS, traces: most });
    if (typeof dpor === 'string') return { traces: dpor, differences: [] };
    const graph = everythingIn(world, textOf, { reductions: ALL });
    const differences = (['kinds', 'races', 'finals'] as const).flatMap((of) =>
      differ(of, { graph: graph[of], dpor: dpor[of] }),
    );
    for (const wasted of ['redundant', 'duplicates'] as const)
      if (dpor[wasted] > 0) differences.push(`${wasted} traces: ${dpor[wasted]}`);
    return { traces: dpor.traces, differences };
  };
