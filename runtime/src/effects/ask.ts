import type { Profile } from './profile.ts';

/**
 * What a thread's generator yields to; `yield*` on an operation is the only place where another thread may run.
 * Generator methods of drivers return it: `*start(): Op<boolean>`.
 */
export interface Op<T = void> {
  [Symbol.iterator](): Iterator<unknown, T, unknown>;
}

/** A record for the kernel, with stand-ins (cells, objects) where the kernel's has handles. */
export interface Request {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** What the guest's agent gives the library; there is one agent in a realm. */
export interface Agent {
  /** An operation that asks this and returns the answer. */
  ask<T>(request: Request): Op<T>;
  /** Makes `standIn` stand for a new kernel record, named with the next answer. */
  create(standIn: object, creation: Request): void;
  /** Notes a log line or trace point; no step. */
  note(
    kind: 'log' | 'tracePoint',
    name: string,
    phase: 'start' | 'end' | 'point',
    values: readonly unknown[],
  ): void;
  /**
   * In setup: has `object.method()` run before setup's next operation, and returns true. Elsewhere: false, and nothing.
   * For what a function that is no operation has to ask.
   */
  soon<Name extends string>(object: Readonly<Record<Name, () => Op<unknown>>>, method: Name): boolean;
  /** The kernel that the realm's one program runs on: the same from setup to the end. */
  profile(): Profile;
  /** Throws the error whose sentence the catalogue has under this code. */
  refuse(code: string, data?: Readonly<Record<string, string | number>>): never;
}

let current: Agent | undefined;

/** Called once, by the agent, before anything else is loaded. */
export function bindAgent(agent: Agent): void {
  current = agent;
}

function agent(): Agent {
  if (!current) throw new Error('internal bug: no agent in this realm');
  return current;
}

/** An operation that asks the kernel this. */
export const ask = <T>(request: Request): Op<T> => agent().ask<T>(request);
/** Makes a stand-in for a new kernel record. */
export const create = (standIn: object, creation: Request): void => agent().create(standIn, creation);
/** Notes a log line or a trace point. */
export const note: Agent['note'] = (...note) => agent().note(...note);
/** In setup: has a method run before the next operation, and returns true. Elsewhere: false. */
export const soon: Agent['soon'] = (object, method) => agent().soon(object, method);
/** The kernel that the program runs on. Not known while modules are loaded. */
export const profile = (): Profile => agent().profile();
/** Ends the program with a refusal. */
export const refuse: Agent['refuse'] = (code, data) => agent().refuse(code, data);
