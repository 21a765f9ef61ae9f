/** Why optimal DPOR cannot decide a program; `messages` has the sentences. */
export const REFUSALS = [
  /** It reads the clock, waits with a deadline or uses a timer or thread call. */
  'time',
  /** Stores wait in buffers. */
  'tso',
  /** Something in it may happen and need not. */
  'may-steps',
  /** It must hold something in states that are not final; orders that only differ there are explored once. */
  'state-properties',
  'monitors',
  /** A thread ends another one: then every step of that one would depend on it. */
  'terminates',
  /** A handler takes a spin lock: whether it interrupts the holder is a question about states on the way. */
  'spins-in-handler',
  /** One run took so many steps that it may have no end. */
  'loops',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** Optimal DPOR would be wrong about this program, so it says nothing. */
export class Refused extends Error {
  readonly code: RefusalCode;
  /** The steps of the run, where it is too long. */
  readonly limit: number | undefined;

  constructor(code: RefusalCode, limit?: number) {
    super(`refused: ${code}`);
    this.code = code;
    this.limit = limit;
  }
}
