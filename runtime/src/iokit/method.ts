import type { Op } from '../effects/index.ts';

/** A generator method, as the program holds it: `this.readGated`. The runtime binds it to the object it is run on. */
export type Method<Args extends readonly unknown[] = never[], Result = unknown> = (
  ...args: Args
) => Op<Result>;
