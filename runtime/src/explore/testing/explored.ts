import type { CellKind } from '../../effects/index.ts';
import { exploreGraph, type ExploreOptions } from '../explore.ts';
import type { Property, PropertySet } from '../properties.ts';
import type { Verdict } from '../verdict.ts';
import type { Routine } from './nativeCode.ts';
import { opsOf, type Ops } from './ops.ts';
import { ready, type Machine, type Program } from './program.ts';

interface Given
  extends Omit<Program, 'clients' | 'cells' | 'daemons' | 'procedures'>, Omit<ExploreOptions, 'properties'> {
  /** What the cells hold at first, by the name that properties use; there is one more. */
  readonly holding?: Readonly<Record<string, number>>;
  /** Of all cells, or one after the other. */
  readonly kind?: CellKind | readonly CellKind[];
  readonly properties?: readonly Property[];
  /** A thread each: its calls. */
  readonly threads: (op: Ops, m: Machine) => ReturnType<Program['clients']>;
  readonly daemons?: (op: Ops) => readonly Routine[];
  readonly procedures?: (op: Ops) => readonly Routine[];
}

/** Explores a small program. */
export function explored({
  holding = {},
  kind = 'unsynchronized',
  threads,
  daemons,
  procedures,
  properties = [],
  ...given
}: Given): Verdict {
  const names = Object.keys(holding);
  const { kernel, initial, cells } = ready({
    mutexes: [false, false],
    ...given,
    cells: [...Object.values(holding), 0].map((value, i) => ({
      kind: typeof kind === 'string' ? kind : (kind[i] ?? 'plain'),
      value,
    })),
    clients: (m) => threads(opsOf(m), m),
    ...(procedures && { procedures: (m) => procedures(opsOf(m)) }),
    ...(daemons && { daemons: (m) => daemons(opsOf(m)) }),
  });
  const watch: PropertySet['watch'] = Object.fromEntries(names.map((name, i) => [name, cells[i]]));
  return exploreGraph(kernel, initial, { ...given, properties: { properties, watch } });
}

/** Takes mutex 0 around some steps; a register holds what cell 0 was. */
export const lockedIncrement = (op: Ops): Routine => [
  op.lock(),
  op.load(0, 0),
  op.storeNext(0, 0),
  op.unlock(),
  { op: 'return' },
];

/** The counterexample's failure kind, or the verdict. */
export const kindOf = (verdict: Verdict): string =>
  verdict.verdict === 'fails' ? verdict.counterexample.failure.kind : verdict.verdict;
