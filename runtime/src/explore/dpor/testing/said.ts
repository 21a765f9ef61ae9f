import { isDone } from '../../../kernel/index.ts';
import { enumerate, finalText, judge, type Node } from '../../testing/bruteForce.ts';
import type { Row } from '../dependence.ts';
import { exploreTraces, type DporOptions, type Explored } from '../dpor.ts';
import { refuseProperties } from '../exploreDpor.ts';
import { Findings } from '../findings.ts';
import { Refused, type RefusalCode } from '../refused.ts';
import { nameOf } from './nameOf.ts';
import { worldOf } from '../../explore.ts';
import type { World } from '../../search.ts';
import type { Failure } from '../../verdict.ts';
import { failureName } from '../../testing/everything.ts';
import { ready, type Program, type Ready } from '../../testing/program.ts';

/** What is to be said of a program, whoever says it; compares with `toEqual`. */
export interface Said {
  readonly kinds: readonly string[];
  /** Cells that race, by label. */
  readonly races: readonly string[];
  /** The clients that have not returned where nothing can move any more: `A,B`. */
  readonly stuck: readonly string[];
  readonly finals: readonly string[];
}

/** What optimal DPOR says, with how many of its runs were one too many. */
export interface SaidByDpor extends Said, Explored {
  readonly duplicates: number;
}

/** Why it says nothing. */
export type NotSaid = RefusalCode | 'too many traces';

const LONGEST_RUN = 200;
const MOST_TRACES = 50_000;
/** What is said of a state, and not of how it is stuck for good. */
const KINDS = ['panic', 'violation', 'runtime-error', 'data-race', 'deadlock', 'property'];

const kindOf = (failure: Failure): string => (KINDS.includes(failure.kind) ? failureName(failure) : 'hang');
const sorted = (texts: Iterable<string>): string[] => [...texts].toSorted();

/** What brute force says; undefined if there are more than `most` states. */
export function saidByBruteForce(program: Program, most: number): Said | undefined {
  const machine = ready(program);
  const nodes = enumerate(machine.kernel, machine.initial, most);
  if (!nodes) return undefined;
  const { kinds, races, finals } = judge(machine.kernel, nodes);
  return {
    kinds: sorted(kinds),
    races: sorted(races),
    stuck: sorted(new Set(nodes.flatMap((node) => stuckIn(machine, node)))),
    finals: sorted(finals),
  };
}

function stuckIn({ kernel }: Ready, { state, next }: Node): string[] {
  if (next.length > 0 || kernel.failure(state)) return [];
  const left = kernel.contexts.filter((c) => c.kind === 'client' && !isDone(state, c));
  return left.length > 0 ? [left.map((c) => c.name).join()] : [];
}

/** What optimal DPOR says, or why it says nothing. */
export function saidByDpor(program: Program, table?: readonly Row[]): SaidByDpor | NotSaid {
  const { kernel, initial } = ready(program);
  const world = worldOf(kernel, initial, { properties: [], watch: {} });
  return saidInTraces(world, (s) => finalText(kernel, s, world.clients), {
    steps: LONGEST_RUN,
    traces: MOST_TRACES,
    ...(table && { table }),
  });
}

/** The same of any world; `textOf` is what is to be seen of a final state. */
export function saidInTraces(
  world: World,
  textOf: (s: Int32Array) => string,
  { traces: most, ...options }: Omit<DporOptions, 'onRun'> & { readonly traces: number },
): SaidByDpor | NotSaid {
  const findings = new Findings(world);
  const finals = new Set<string>();
  const stuck = new Set<string>();
  const names = new Set<string>();
  let traces = 0;
  const explored = attempt(() => {
    refuseProperties(world);
    return exploreTraces(world, {
      ...options,
      onRun: (run) => {
        findings.see(run);
        names.add(nameOf(run));
        if (!run.events.some((_, i) => run.failed(i))) {
          const left = world.clients.filter((c) => !isDone(run.state, c));
          if (left.length > 0) stuck.add(left.map((c) => c.name).join());
          else finals.add(textOf(run.state));
        }
        return ++traces > most;
      },
    });
  });
  if (typeof explored === 'string') return explored;
  if (traces > most) return 'too many traces';
  const found = findings.leads.map(({ failure }) => failure);
  return {
    ...explored,
    duplicates: explored.traces - names.size,
    kinds: sorted(new Set([...found.map(kindOf), ...(stuck.size > 0 ? ['hang'] : [])])),
    races: sorted(
      new Set(found.filter(({ kind }) => kind === 'data-race').map(({ data }) => String(data['cell']))),
    ),
    stuck: sorted(stuck),
    finals: sorted(finals),
  };
}

function attempt<T>(explore: () => T): T | RefusalCode {
  try {
    return explore();
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}
