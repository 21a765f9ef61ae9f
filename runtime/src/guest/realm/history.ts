import type { Handle } from '../../effects/value.ts';
import type { Wire } from '../../effects/wire.ts';
import { decode } from './decode.ts';
import { isGenerator, nameOfOperation, readyToRun } from './operation.ts';
import { procedureNumbered } from './procedures.ts';
import { advance, type Reply } from './reply.ts';
import { asksOnce, type Run } from './runs.ts';
import { meetStandIns, nameMade, standInsMet } from './stand-ins.ts';
import { running, type Answer, type Made } from './state.ts';

/** What a history starts with: an entry of a client's list, or a procedure. */
export type Root =
  | { readonly call: number; readonly argument: Wire }
  | { readonly procedure: number; readonly self: Wire; readonly args: readonly Wire[] };

/** An answer of the host, with the names of what was made before it. */
export type Told = Answer & { readonly names?: readonly Handle[] };

/** A reply on its way to the host. */
export interface HistoryWire {
  readonly said: readonly [ending: Reply['ending'], created: Reply['created'], log: Reply['log']];
  readonly place?: string;
  readonly frames: Reply['frames'];
  /** Sum up what the history said until the last answer, and with it: `said`, one text. */
  readonly before: number;
  readonly trail: number;
  /** All that its call asks is this: what is answered, it returns. */
  readonly alone?: true;
}

type Call = (argument: unknown) => unknown;

/** Characters that one answer may lead to. */
const mostText = 100_000;

const calls: Call[] = [];

/** A history that waits for its next answer. What else it has under way is empty then. */
interface Waiting {
  readonly run: Run;
  readonly procedure: string;
  readonly made: Made[];
  readonly met: Map<Handle, object>;
}

const alive: (Waiting | undefined)[] = [];
let current: Run | undefined;
let said = '';
let before = 0;
let trail = 0;
/** Whether the call that runs has asked the one thing that it asks: it returns the answer. */
let alone = false;

/** The number of a call: the same function is the same call. */
export function addCall(call: Call): number {
  const known = calls.indexOf(call);
  return known < 0 ? calls.push(call) - 1 : known;
}

/**
 * Runs a history from its start through the answers. Returns what it does after the last, a `HistoryWire` as JSON.
 *
 * @param number what it is called by whoever goes on with it; if nobody does, left out
 * @param explain where a mistake was made too, which takes longer
 */
export function replay(
  root: Root,
  answers: readonly Told[],
  number: number | undefined,
  explain = false,
): string {
  start(root);
  running.explaining = explain;
  running.writesPlaces = answers.length === 0;
  let reply = proceed(undefined);
  answers.forEach((answer, i) => {
    running.writesPlaces = i === answers.length - 1;
    reply = next(answer);
  });
  if (number !== undefined) keep(number);
  return wire(reply);
}

/**
 * Goes on with a history that is alive. Returns a `HistoryWire` as JSON.
 *
 * @param trailSoFar what it is to have said until now
 */
export function goOn(number: number, trailSoFar: number, told: Told): string {
  const history = alive[number];
  if (!history) throw new Error('internal bug: the history is over');
  settle(history.made);
  current = history.run;
  trail = trailSoFar;
  running.procedure = history.procedure;
  running.explaining = false;
  meetStandIns(history.met);
  const reply = next(told);
  keep(number);
  return wire(reply);
}

function keep(number: number): void {
  const { procedure, made } = running;
  alive[number] = current && { run: current, procedure, made, met: standInsMet() };
}

function wire({ place, frames }: Reply): string {
  const isAlone = alone && !running.fault ? true : undefined;
  return `{"said":${said},${JSON.stringify({ place, frames, before, trail, alone: isAlone }).slice(1)}`;
}

function next(told: Told): Reply {
  if (!current) throw new Error('internal bug: the history is over');
  nameMade(told.names ?? []);
  return proceed(told);
}

function proceed(answer: Answer | undefined): Reply {
  const history = current as Run;
  running.mode = 'history';
  if (answer) alone = false;
  let reply = advance(history, answer);
  running.mode = 'idle';
  running.writesPlaces = true;
  said = JSON.stringify([reply.ending, reply.created, reply.log]);
  if (said.length > mostText) {
    const ending = { effect: { type: 'violation', code: 'value-too-large', data: {} } };
    reply = { ending, created: [], log: [], frames: reply.frames };
    said = JSON.stringify([ending, [], []]);
  }
  before = trail;
  trail = extended(before, said);
  if (!('effect' in reply.ending) && !('call' in reply.ending)) current = undefined;
  return reply;
}

/** Nothing is left of the history that ran before. */
function settle(made: Made[]): void {
  running.fault = undefined;
  running.unstarted = [];
  running.made = made;
  running.inline = [];
  running.entering = false;
}

function start(root: Root): void {
  meetStandIns();
  settle([]);
  running.mode = 'history';
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

/** By what was said so far, and one text more. QuickJS compares two texts much faster than its own code could sum up one. */
const trails = new Map<string, number>();

/** The number of what was said so far, and of one text more. Equal exactly for equal histories. */
function extended(trailSoFar: number, text: string): number {
  const key = `${trailSoFar} ${text}`;
  const number = trails.get(key) ?? trails.size + 1;
  trails.set(key, number);
  return number;
}
