import type { Handle } from '../../effects/value.ts';
import type { Wire } from '../../effects/wire.ts';
import { decode } from './decode.ts';
import { isGenerator, nameOfOperation, readyToRun } from './operation.ts';
import { procedureNumbered } from './procedures.ts';
import { advance, type Reply } from './reply.ts';
import { asksOnce, type Run } from './runs.ts';
import { forgetStandIns, nameMade } from './stand-ins.ts';
import { running, type Answer } from './state.ts';

/** What a history starts with: an entry of a client's list, or a procedure. */
export type Root =
  | { readonly call: number; readonly argument: Wire }
  | { readonly procedure: number; readonly self: Wire; readonly args: readonly Wire[] };

/** An answer of the host, with the names of what was made before it. */
export type Told = Answer & { readonly names?: readonly Handle[] };

export type HistoryReply = Reply & {
  /** Sum up what the history said until the last answer, and with it. */
  readonly before: number;
  readonly trail: number;
  /** All that its call asks is this: what is answered, it returns. */
  readonly alone?: true;
};

type Call = (argument: unknown) => unknown;

/** Characters that one answer may lead to. */
const mostText = 100_000;

const calls: Call[] = [];
let current: Run | undefined;
let trail = 0;
/** Whether the call that runs asks one thing and returns the answer. */
let alone = false;

/** The number of a call: the same function is the same call. */
export function addCall(call: Call): number {
  const known = calls.indexOf(call);
  return known < 0 ? calls.push(call) - 1 : known;
}

/**
 * Runs a history from its start through the answers, and says what it does after the last. `explain`: where a mistake
 * was made too, which takes longer.
 */
export function replay(root: Root, answers: readonly Told[], explain = false): HistoryReply {
  start(root);
  running.explaining = explain;
  running.writesPlaces = answers.length === 0;
  let reply = proceed(undefined);
  answers.forEach((answer, i) => {
    running.writesPlaces = i === answers.length - 1;
    reply = next(answer);
  });
  return reply;
}

/** Goes on with the history that was asked last. */
export function next(told: Told): HistoryReply {
  if (!current) throw new Error('internal bug: the history is over');
  nameMade(told.names ?? []);
  return proceed(told);
}

function proceed(answer: Answer | undefined): HistoryReply {
  const history = current as Run;
  running.mode = 'history';
  let reply = advance(history, answer);
  running.mode = 'idle';
  running.writesPlaces = true;
  const before = trail;
  const isAlone = alone && !answer;
  let text = JSON.stringify([reply.ending, reply.created, reply.log]);
  if (text.length > mostText) {
    const ending = { effect: { type: 'violation', code: 'value-too-large', data: {} } };
    reply = { ending, created: [], log: [], frames: reply.frames };
    text = '';
  }
  trail = extended(before, text);
  if (!('effect' in reply.ending) && !('call' in reply.ending)) current = undefined;
  return { ...reply, before, trail, ...(isAlone && !running.fault && { alone: true }) };
}

function start(root: Root): void {
  forgetStandIns();
  running.mode = 'history';
  running.fault = undefined;
  running.unstarted = [];
  running.made = [];
  running.inline = [];
  running.entering = false;
  trail = 0;
  alone = false;
  current = 'call' in root ? startCall(root.call, root.argument) : startProcedure(root);
  running.mode = 'idle';
}

/** The first `next()` makes the generator, so that what its parameters throw is thrown inside the history. */
export function started(make: () => unknown): Run {
  let run: Run | undefined;
  return {
    next(value: unknown): IteratorResult<unknown, unknown> {
      if (!run) {
        const made = make();
        if (nameOfOperation(made) !== undefined) {
          run = readyToRun(made, { file: '', line: 0 })[Symbol.iterator]() as Run;
          alone = asksOnce(run);
        } else if (isGenerator(made)) {
          running.entering = true;
          run = made;
        } else {
          return { done: true, value: made };
        }
      }
      return run.next(value);
    },
  };
}

function startCall(number: number, argument: Wire): Run {
  running.procedure = '';
  return started(() => (calls[number] as Call)(decode(argument)));
}

function startProcedure(root: Extract<Root, { procedure: number }>): Run {
  const { procedure } = procedureNumbered(root.procedure);
  running.procedure = procedure.label;
  return started(() => procedure.raw.apply(decode(root.self), root.args.map(decode)));
}

/** By text its number: QuickJS compares two texts much faster than its own code could sum up one. */
const texts = new Map<string, number>();
const trails = new Map<string, number>();

/** The number of what was said so far, and of one text more. Equal exactly for equal histories. */
function extended(before: number, text: string): number {
  return numberIn(trails, `${before} ${numberIn(texts, text)}`);
}

function numberIn(known: Map<string, number>, key: string): number {
  const number = known.get(key) ?? known.size + 1;
  known.set(key, number);
  return number;
}
