import type { Frame } from '../../effects/code.ts';
import type { Wire } from '../../effects/wire.ts';
import { encode } from './encode.ts';
import { crossing, type Crossing } from './errors.ts';
import { fixFields } from './fields.ts';
import { nameOfOperation } from './operation.ts';
import { privateField, settlePrivate } from './private.ts';
import { token, type Run } from './runs.ts';
import { prototypeNumber } from './stand-ins.ts';
import { siteIn, type Site } from './stack.ts';
import { refuse, running, type Answer, type Fault, type Made } from './state.ts';

/** What was made before the effect, in order: effects know it as new 0, new 1, … */
export interface CreatedWire {
  readonly creation: Wire;
  readonly className: string;
  readonly prototype: number;
  readonly fields: Wire;
  /** The library's field that it is, if it is private. */
  readonly private?: string;
}

export type Ending =
  | { readonly effect: Readonly<Record<string, Wire>> }
  | {
      readonly call: { readonly implementation: number; readonly self: Wire; readonly args: readonly Wire[] };
    }
  | { readonly returned: Wire }
  | { readonly threw: Crossing };

/** What an answer led to. */
export interface Reply {
  readonly ending: Ending;
  readonly place?: string;
  readonly created: readonly CreatedWire[];
  readonly log: readonly Wire[];
  readonly frames: readonly Frame[];
}

/** Gives a history its next answer and says what it does then. */
export function advance(history: Run, answer: Answer | undefined): Reply {
  running.pending = undefined;
  running.answer = answer;
  running.place = undefined;
  running.log = [];
  running.frames = [];
  let ending: Ending;
  let created: CreatedWire[] = [];
  try {
    ending = proceed(history);
    settlePrivate();
    created = running.made.map(describeMade);
  } catch (error) {
    ending = { threw: crossing(error) };
  }
  const { fault } = running;
  if (fault) {
    ending = endingOf(fault);
    created = [];
  }
  return {
    ending,
    ...(running.place !== undefined && !fault && { place: running.place }),
    created,
    log: running.log,
    frames: fault ? framesOf(fault.site) : running.frames,
  };
}

/** How a program ends: by a rule it broke, or by a panic of the library where nothing could be asked. */
const endingOf = ({ code, data }: Fault): Ending => ({
  effect: code === 'panic' ? { type: code, ...data } : { type: 'violation', code, data: { ...data } },
});

const framesOf = (site: Site | undefined): Frame[] =>
  site ? [{ ...site, procedure: running.procedure }] : running.frames;

function proceed(history: Run): Ending {
  let result: IteratorResult<unknown, unknown> | undefined;
  let error: unknown;
  try {
    result = history.next();
  } catch (e) {
    error = e;
  }
  const { fault, answer, unstarted } = running;
  // A caught refusal is a refusal all the same.
  if (fault) return endingOf(fault);
  if (answer) refuse('plain-yield');
  const yielded = nameOfOperation(result?.value);
  if (yielded !== undefined) {
    refuse(result?.done ? 'operation-returned' : 'yield-without-star', { operation: yielded });
  }
  const [forgotten] = unstarted;
  if (forgotten) {
    const { name, stack } = forgotten;
    running.fault = { code: 'operation-not-run', data: { operation: name }, site: siteIn(stack) };
    return endingOf(running.fault);
  }
  if (!result) {
    if (running.pending) refuse('operation-run-by-hand');
    const crossed = crossing(error);
    if (crossed.name === 'TypeError' && /not extensible|read.only|non-writable/.test(crossed.message)) {
      refuse('make-it-a-cell', { detail: crossed.message });
    }
    running.frames = framesOf(siteIn(error instanceof Error ? error.stack : ''));
    return { threw: crossed };
  }
  if (!result.done) {
    const { pending } = running;
    if (result.value !== token || !pending) return refuse('plain-yield');
    return pending.kind === 'call' ? { call: pending } : { effect: effectOf(pending.request) };
  }
  if (running.pending) refuse('operation-run-by-hand');
  if (running.mode === 'setup') return { returned: null };
  const returned = encode(result.value);
  if (returned === undefined) return refuse('result-not-a-value', { procedure: running.procedure });
  return { returned };
}

function effectOf(request: Readonly<Record<string, unknown>>): Record<string, Wire> {
  const effect: Record<string, Wire> = {};
  for (const [field, value] of Object.entries(request)) {
    const wire = encode(value);
    if (wire === undefined) return refuse('not-a-value', { operation: String(request['type']), field });
    effect[field] = wire;
  }
  return effect;
}

function describeMade({ standIn, creation }: Made): CreatedWire {
  const fields: Record<string, Wire> = {};
  if (running.mode === 'history') {
    for (const name of Object.keys(standIn)) {
      const wire = encode((standIn as Record<string, unknown>)[name]);
      if (wire === undefined) return refuse('field-not-a-value', { field: name });
      fields[name] = wire;
    }
    fixFields(standIn);
  }
  const { constructor } = standIn;
  const field = privateField(standIn);
  return {
    creation: effectOf(creation),
    className: typeof constructor === 'function' ? constructor.name : '',
    prototype: prototypeNumber(standIn),
    fields,
    ...(field !== undefined && { private: field }),
  };
}
