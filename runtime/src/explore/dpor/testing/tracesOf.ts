import { isDone } from '../../../kernel/index.ts';
import { worldOf } from '../../explore.ts';
import type { Ready } from '../../testing/program.ts';
import { exploreTraces } from '../dpor.ts';
import type { Row } from '../dependence.ts';
import { nameOf } from './nameOf.ts';

export interface Traces {
  readonly traces: number;
  readonly redundant: number;
  /** One a trace, the same for the same trace. */
  readonly names: readonly string[];
  /** How many traces end although a client has not returned. */
  readonly stuck: number;
}

/** Explores a test program and keeps what its traces are called. */
export function tracesOf({ kernel, initial }: Ready, table?: readonly Row[]): Traces {
  const world = worldOf(kernel, initial, { properties: [], watch: {} });
  const names: string[] = [];
  let stuck = 0;
  const explored = exploreTraces(world, {
    steps: 10_000,
    ...(table && { table }),
    onRun: (run) => {
      names.push(nameOf(run));
      if (!world.clients.every((c) => isDone(run.state, c))) stuck++;
      return false;
    },
  });
  return { ...explored, names, stuck };
}
