import { join } from 'node:path';

/** Where builds of the benchmarks go. */
export const cache = join(import.meta.dirname, '../node_modules/.cache/bench');
