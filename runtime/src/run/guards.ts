import type { Op } from '../effects/index.ts';
import type { Guard } from '../kernel/index.ts';

/** One call of a client: a function that runs a driver's method. It is given what the client's call before it returned. */
export type Call = (before: never) => Op<unknown>;

/** A call that waits for a moment of the world: what `when` makes. */
export interface GuardedCall {
  readonly guard: Guard;
  readonly call: Call;
}

/**
 * A call that does not begin before its guard holds. Waiting costs no step, and is outside the program's code; waiting for what cannot
 * come fails the scenario as "never starts".
 *
 * @param guard what to wait for
 * @param call the call
 * @example C: [when(asleep('A', 'B'), () => workLoop.removeEventSource(commandGate))]
 */
export const when = (guard: Guard, call: Call): GuardedCall => ({ guard, call });

/**
 * The moment when all these threads are asleep. A thread that waits for a lock is not asleep.
 *
 * @param threads names of the scenario's threads
 */
export const asleep = (...threads: readonly string[]): Guard => ({ type: 'asleep', threads });
