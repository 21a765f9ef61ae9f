import type { Op } from '../effects/index.ts';
import { nullRead } from './panic.ts';

/** What `runActionBlock` runs: a `function*` of the caller's own. */
export type Block<Result> = () => Op<Result>;

/** The action that stands for a block: in XNU a wrapper too, and `where` is its name. */
export function* runBlock<Result>(block: Block<Result> | null, where: string): Op<Result> {
  return block ? yield* block() : yield* nullRead(where);
}
