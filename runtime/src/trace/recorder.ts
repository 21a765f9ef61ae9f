import {
  isFlush,
  isPreempted,
  type Context,
  type Kernel,
  type KernelEvent,
  type PackedChoice,
} from '../kernel/index.ts';
import { allBlocked, heldLocks } from './blocked.ts';
import { describe } from './describe.ts';
import { label, show, showId } from './show.ts';
import type { Trace, TraceEvent, TraceStep } from './types.ts';

/** Drives the kernel through one run and writes down what happened. */
export class Recorder {
  readonly steps: TraceStep[] = [];
  readonly #kernel: Kernel;
  #last = -1;
  #scratch = new Int32Array(0);

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  /** Takes one step and records it. */
  step(s: Int32Array, choice: PackedChoice): TraceStep {
    const k = this.#kernel;
    const c = k.contexts[choice >> 8];
    if (!c) throw new Error(`internal bug: no context ${choice >> 8}`);
    const blocked = allBlocked(k, s);
    const what = describe(k, s, c, choice & 255);
    // a store that reaches memory is no step of its thread's: it stands nowhere, and takes the processor from nobody
    const flushes = isFlush(choice);
    const where = flushes ? [] : k.where(s, c);
    const preempts = flushes ? undefined : this.#preempted(s, c)?.name;
    const events: TraceEvent[] = [];
    k.listener = (event) => events.push(...translate(k, event, s));
    try {
      k.step(s, choice);
    } finally {
      k.listener = undefined;
    }
    if (!flushes) this.#last = c.index;
    const read = events.find((e) => e.type === 'read');
    const step: TraceStep = {
      step: this.steps.length + 1,
      context: c.name,
      ...what,
      ...(read?.type === 'read' && { result: read.value }),
      where: begins(c) && where.length === 0 && !flushes ? k.where(s, c) : where,
      events,
      ...(preempts && { preempts }),
      held: heldLocks(k, s),
      blocked,
    };
    this.steps.push(step);
    return step;
  }

  /** Whom this step takes the processor from in the middle of a call; an urgent clock takes it from nobody. */
  #preempted(s: Int32Array, by: Context): Context | undefined {
    const k = this.#kernel;
    const last = k.contexts[this.#last];
    if (!last || last === by || (by === k.clock && k.options.time === 'urgent')) return undefined;
    if (this.#scratch.length < s.length) this.#scratch = new Int32Array(s.length);
    return isPreempted(k, s, last, this.#scratch) ? last : undefined;
  }

  /** The whole run, once it is over. */
  trace(s: Int32Array, token: string): Trace {
    const k = this.#kernel;
    const moved = new Set(this.steps.map((step) => step.context));
    const shown = k.contexts.filter((c) => c !== k.setup && (c.kind === 'client' || moved.has(c.name)));
    const gates = new Set(
      this.steps.flatMap((step) => step.held.map((h) => h.lock)).filter((l) => l.endsWith('.gate')),
    );
    return {
      contexts: shown.map((c) => ({ name: c.name, kind: c.kind })),
      gates: [...gates],
      steps: this.steps,
      end: allBlocked(k, s),
      token,
    };
  }
}

/** Whether a step of the context may be what starts its procedure. */
const begins = ({ kind }: Context): boolean => kind === 'interrupt' || kind === 'callout';

/** A kernel's event in words of the program. */
function translate(k: Kernel, event: KernelEvent, s: Int32Array): TraceEvent[] {
  const name = (index: number): string => k.contexts[index]?.name ?? '';
  switch (event.type) {
    case 'callStart':
      return [{ type: event.type, call: event.call + 1 }];
    case 'callEnd':
      return [{ type: event.type, call: event.call + 1, result: showId(k, event.result) }];
    case 'lockTaken':
    case 'lockReleased':
      return [{ type: event.type, lock: label(k, event.lock), depth: event.depth }];
    case 'asleep': {
      const released = event.released ? { released: label(k, event.released) } : {};
      return [{ type: event.type, on: label(k, event.on), ...released }];
    }
    case 'woken':
      return [
        { type: event.type, context: name(event.context), from: label(k, event.from), result: event.result },
      ];
    case 'nobodyWoken':
      return [{ type: event.type, on: label(k, event.on) }];
    case 'buffered':
    case 'read':
      return [{ type: event.type, cell: label(k, event.cell), value: showId(k, event.value) }];
    case 'changed': {
      const [before, after] = [showId(k, event.before), showId(k, event.after)];
      return [{ type: event.type, cell: label(k, event.cell), before, after }];
    }
    case 'raised':
    case 'masked':
    case 'unmasked':
    case 'delivered':
      return [{ type: event.type, line: label(k, event.line) }];
    case 'begun':
    case 'ready':
      return [{ type: event.type, callout: label(k, event.callout) }];
    case 'device': {
      const values = event.values.map((v) => show(k, v));
      return [{ type: event.type, device: label(k, event.device), what: event.what, values }];
    }
    case 'threadStarted':
    case 'threadTerminated':
    case 'threadAborted':
      return [{ type: event.type, context: name(event.context) }];
    case 'note': {
      const values = event.entry.values.map((v) => show(k, v));
      if (event.entry.kind === 'log') return [{ type: 'log', text: event.entry.name, values }];
      return [{ type: 'tracePoint', name: event.entry.name, phase: event.entry.phase, values }];
    }
    case 'failed': {
      const failure = k.failure(s);
      return failure?.kind === 'panic'
        ? [{ type: 'panic', message: String(failure.data['message'] ?? failure.code) }]
        : [];
    }
  }
}
