import { settledComponents } from '../src/explore/settled.ts';
import { layout as L, type Context } from '../src/kernel/index.ts';
import { STATE_WORDS } from '../src/run/world.ts';
import type { Explored } from './explore.ts';
import { phaseOf, type Machine } from './machine.ts';
import { ended, kindOfPanic, panicked, textOf, type Outcome } from './project.ts';

/** An outcome of ours, and a state it is seen in. */
export interface Found {
  readonly outcome: Outcome;
  readonly state: number;
}

/** The distinct ways in which runs end, by their text; the way to each is a shortest one. */
export function outcomesOf(machine: Machine, explored: Explored): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  const add = (outcome: Outcome, state: number): void => {
    const text = textOf(outcome);
    if (!found.has(text)) found.set(text, { outcome, state });
  };
  const s = new Int32Array(STATE_WORDS);
  for (const state of explored.ends) add(endOf(machine, explored.load(state, s)), state);
  const never = neverEnding(explored);
  for (const component of settledComponents(explored, (state) => never[state] !== 0)) {
    add(livelockOf(machine, explored, component), component[0]);
  }
  return found;
}

/** The outcome of a state in which nothing moves. */
function endOf(machine: Machine, s: Int32Array): Outcome {
  const failure = machine.kernel.failure(s);
  if (failure) {
    const { kind, code, data, context } = failure;
    const who = machine.nameOf(machine.kernel.contexts[context ?? 0]);
    if (code === 'use-after-free') return panicked(who, 'freed');
    return panicked(who, kind === 'panic' ? kindOfPanic(String(data['message'] ?? code)) : `${kind} ${code}`);
  }
  const stuck = threads(machine).filter((c) => !machine.mayRest(s, c));
  const { calls, order } = machine.happened(s);
  return ended(
    calls,
    order,
    stuck.map((c) => `${machine.nameOf(c)} ${reasonOf(machine, s, c)}`),
    machine.finals.of(s),
  );
}

/** States from which no run ends, as `settledComponents` takes them. */
function neverEnding({ graph, pool, ends }: Explored): Int32Array {
  const never = new Int32Array(pool.size).fill(1);
  for (const end of ends) never[end] = 0;
  // sources mostly have smaller numbers than their targets, so few sweeps are enough
  for (let changed = true; changed;) {
    changed = false;
    for (let state = pool.size - 1; state >= 0; state--) {
      for (let e = graph.first(state); never[state] === 1 && e < graph.end(state); e++) {
        if (never[graph.targets.data[e]] === 1) continue;
        never[state] = 0;
        changed = true;
      }
    }
  }
  return never;
}

/** Round and round in a component: who moves there runs forever. */
function livelockOf(machine: Machine, explored: Explored, component: readonly number[]): Outcome {
  const s = explored.load(component[0], new Int32Array(STATE_WORDS));
  const running = new Set<Context>();
  const here = new Int32Array(STATE_WORDS);
  for (const state of component) {
    for (const move of machine.moves(explored.load(state, here))) {
      if (move >= 0) running.add(machine.kernel.contexts[move >> 8]);
    }
  }
  const stuck = threads(machine).filter((c) => running.has(c) || !machine.mayRest(s, c));
  const { calls, order } = machine.happened(s);
  const reason = (c: Context): string => (running.has(c) ? 'running' : reasonOf(machine, s, c));
  return ended(
    calls,
    order,
    stuck.map((c) => `${machine.nameOf(c)} ${reason(c)}`),
    null,
  );
}

const threads = (machine: Machine): readonly Context[] =>
  machine.kernel.contexts.filter(
    (c) => c !== machine.kernel.setup && (c.kind === 'client' || c.kind === 'daemon' || c.kind === 'callout'),
  );

/** What a thread that cannot go on waits for, in the oracle's words. */
function reasonOf(machine: Machine, s: Int32Array, c: Context): string {
  if (phaseOf(s, c) === L.ASLEEP) return 'sleep';
  return machine.markerOf(s, c) ? 'wait' : 'gate';
}
