import type { Op } from '../effects/index.ts';

/** What `runActionBlock` runs: a `function*` of the caller's own. */
export type Block<Result> = () => Op<Result>;

/** The action that stands for a block: in XNU a wrapper too. */
export function* runBlock<Result>(block: Block<Result>): Op<Result> {
  return yield* block();
}
