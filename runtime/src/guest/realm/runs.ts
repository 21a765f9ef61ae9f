import type { Request } from '../../effects/ask.ts';
import type { Frame } from '../../effects/code.ts';
import type { Wire } from '../../effects/wire.ts';
import { decode } from './decode.ts';
import { encode } from './encode.ts';
import { crossing, errorOf } from './errors.ts';
import type { Procedure } from './procedures.ts';
import { refuse, running, type Pending, type Site } from './state.ts';

export type Run = Iterator<unknown, unknown, unknown>;
type Result = IteratorResult<unknown, unknown>;

/** What every operation yields. The driver looks at `running.pending`, so nothing can be forged with it. */
export const token: unique symbol = Symbol('operation');

/** Hands over what is asked, then takes the answer from the driver: what `next` is given does not matter. */
class Asking implements Run {
  readonly #pending: Pending;
  readonly #site: Site;
  #asked = false;

  constructor(pending: Pending, site: Site) {
    this.#pending = pending;
    this.#site = site;
  }

  next(): Result {
    if (this.#asked) return { done: true, value: takeAnswer() };
    if (running.pending) refuse('operation-run-by-hand', { ...this.#site });
    this.#asked = true;
    running.pending = this.#pending;
    running.frames = framesAt(this.#site);
    return { done: false, value: token };
  }
}

/** A call in its caller's history. What it returns and throws crosses as it would from a procedure. */
class Inline implements Run {
  readonly #procedure: Procedure;
  readonly #generator: Run;
  readonly #site: Site;

  constructor(procedure: Procedure, generator: Run, site: Site) {
    this.#procedure = procedure;
    this.#generator = generator;
    this.#site = site;
  }

  /** One function and no more: in setup every call is inline, and the stack of QuickJS is small. */
  next(value: unknown): Result {
    const { label } = this.#procedure;
    running.inline.push({ label, site: this.#site });
    let result;
    try {
      result = this.#generator.next(value);
    } catch (error) {
      if (running.fault || running.mode === 'setup') throw error;
      throw errorOf(crossing(error));
    } finally {
      running.inline.pop();
    }
    if (!result.done || running.mode === 'setup') return result;
    const wire = encode(result.value);
    if (wire === undefined) return refuse('result-not-a-value', { procedure: label });
    return { done: true, value: decode(wire) };
  }
}

/** Whether a run asks one thing, and ends with what is answered. */
export const asksOnce = (run: Run): boolean => run instanceof Asking;

export const runRequest = (request: Request, site: Site): Run => new Asking({ kind: 'ask', request }, site);

export function runCall(procedure: Procedure, self: unknown, args: readonly unknown[], site: Site): Run {
  const inline = (given: readonly unknown[]): Run =>
    new Inline(procedure, procedure.raw.apply(self, [...given]), site);
  if (running.mode === 'setup' || !procedure.number) return inline(args);
  const selfWire = encode(self, true);
  const wires: Wire[] = [];
  for (const arg of args) {
    const wire = encode(arg, true);
    if (wire === undefined) return inline(args);
    wires.push(wire);
  }
  // An object that has no name yet is still being made: its init() writes fields.
  if (selfWire === undefined || (isRecord(selfWire) && '$new' in selfWire)) return inline(args);
  if (running.level >= 1) {
    return new Asking({ kind: 'call', implementation: procedure.number, self: selfWire, args: wires }, site);
  }
  // Copied as a call would copy them, or the levels would differ.
  return inline(wires.map(decode));
}

const isRecord = (wire: unknown): wire is object => typeof wire === 'object' && wire !== null;

function takeAnswer(): unknown {
  const { answer } = running;
  if (!answer) return refuse('operation-run-by-hand');
  running.answer = undefined;
  if ('threw' in answer) throw errorOf(answer.threw);
  return decode(answer.value);
}

function framesAt(site: Site): Frame[] {
  const frames: Frame[] = [];
  let at = site;
  for (let i = running.inline.length - 1; i >= 0; i--) {
    const call = running.inline[i];
    if (!call) break;
    frames.push({ ...at, procedure: call.label });
    at = call.site;
  }
  frames.push({ ...at, procedure: running.procedure });
  return frames;
}
