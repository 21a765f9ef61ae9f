import type { Frame } from '../../effects/code.ts';
import type { Handle } from '../../effects/value.ts';
import type { Wire } from '../../effects/wire.ts';
import { encode } from './encode.ts';
import { freezeProgram } from './freeze.ts';
import { addCall, started, type Told } from './history.ts';
import { labels, ownedCells } from './labels.ts';
import { requireModule } from './modules.ts';
import { advance, type Reply } from './reply.ts';
import type { Run } from './runs.ts';
import { handleOf, nameMade } from './stand-ins.ts';
import { refuse, running, type Pending } from './state.ts';

/** What a scenario's setup returned, once everything has a name. */
export interface SetupWire {
  /** For each client the numbers of its calls. */
  readonly threads: Readonly<Record<string, readonly number[]>>;
  /** By call number: what must hold before the call starts. */
  readonly guards: Readonly<Record<number, Wire>>;
  readonly watch: Readonly<Record<string, Handle>>;
  /** Whatever else it returned. */
  readonly data: Readonly<Record<string, Wire>>;
  readonly labels: Readonly<Record<Handle, string>>;
  /** For each object the cells that are its fields. */
  readonly owned: Readonly<Record<Handle, readonly Handle[]>>;
}

/** What `when(guard, call)` makes. */
export class Guarded {
  readonly guard: unknown;
  readonly call: unknown;

  constructor(guard: unknown, call: unknown) {
    this.guard = guard;
    this.call = call;
    Object.freeze(this);
  }
}

let history: Run | undefined;
let result: unknown;

/** Loads the scenario and starts its setup. */
export function startSetup(path: string): Reply {
  const exports = requireModule(`./${path}`) as { readonly default?: { readonly setup?: unknown } };
  const scenario = exports.default;
  const setup = scenario?.setup;
  if (typeof setup !== 'function') return refuse('no-setup');
  running.mode = 'setup';
  running.writesPlaces = false;
  running.explaining = true;
  const run = soonFirst(started(() => setup.call(scenario) as unknown));
  history = {
    next(value: unknown): IteratorResult<unknown, unknown> {
      const step = run.next(value);
      if (step.done) result = step.value;
      return step;
    },
  };
  return advance(history, undefined);
}

/** A run whose next step waits until all that was to be done soon is done. */
function soonFirst(run: Run): Run {
  let waiting:
    { step: IteratorResult<unknown, unknown>; pending: Pending | undefined; frames: Frame[] } | undefined;
  let sooner: Run | undefined;
  return {
    next(value: unknown): IteratorResult<unknown, unknown> {
      if (!waiting) {
        const step = run.next(value);
        if (running.soon.length === 0) return step;
        waiting = { step, pending: running.pending, frames: running.frames };
        running.pending = undefined;
      }
      for (;;) {
        const step = sooner?.next(value);
        if (step && !step.done) return step;
        const make = running.soon.shift();
        if (!make) break;
        sooner = started(make);
      }
      const { step, pending, frames } = waiting;
      waiting = sooner = undefined;
      running.pending = pending;
      running.frames = frames;
      return step;
    },
  };
}

export function nextInSetup(told: Told): Reply {
  if (!history) throw new Error('internal bug: no setup is running');
  nameMade(told.names ?? []);
  return advance(history, told);
}

/** Ends setup: names what was made last, reads the result, freezes the program. */
export function finishSetup(names: readonly Handle[]): SetupWire {
  nameMade(names);
  const returned = (result ?? {}) as Readonly<Record<string, unknown>>;
  const guards: Record<number, Wire> = {};
  const threads: Record<string, number[]> = {};
  const clients = Object.entries((returned['threads'] ?? {}) as Record<string, unknown>);
  for (const [name, list] of clients) {
    threads[name] = (Array.isArray(list) ? (list as unknown[]) : [list]).map((entry) => {
      const call = entry instanceof Guarded ? entry.call : entry;
      if (typeof call !== 'function') return refuse('call-not-a-function', { thread: name });
      if (!(entry instanceof Guarded)) return addCall(call as (argument: unknown) => unknown);
      const number = addCall((argument) => (call as (argument: unknown) => unknown)(argument));
      guards[number] = valueOf(entry.guard, 'when');
      return number;
    });
  }
  const watch: Record<string, Handle> = {};
  for (const [name, standIn] of Object.entries((returned['watch'] ?? {}) as Record<string, object>)) {
    const handle = handleOf(standIn);
    if (handle === undefined) return refuse('watch-not-a-cell', { name });
    watch[name] = handle;
  }
  const data: Record<string, Wire> = {};
  for (const [key, value] of Object.entries(returned)) {
    if (key !== 'threads' && key !== 'watch') data[key] = valueOf(value, key);
  }
  const owned = ownedCells();
  const born = running.born.splice(0);
  freezeProgram([returned, ...born]);
  running.mode = 'idle';
  running.writesPlaces = true;
  return { threads, guards, watch, data, labels: labels(watch, born), owned };
}

function valueOf(value: unknown, field: string): Wire {
  const wire = encode(value);
  return wire === undefined ? refuse('not-a-value', { operation: 'setup', field }) : wire;
}
