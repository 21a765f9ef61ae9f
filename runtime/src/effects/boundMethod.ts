import type { Op } from './ask.ts';

/** A generator method, as the guest's code holds it. */
export type Method<Args extends readonly unknown[] = never[], Result = unknown> = (...args: Args) => Op<Result>;

/**
 * (object, method) as one value: a thread's body, a continuation, an interrupt handler. The guest's side of a `ProcedureValue`
 * whose `self` is the object; the agent sends one for the other.
 */
export class BoundMethod {
  constructor(
    readonly self: object,
    readonly method: Method,
  ) {}
}
