import { ALL, NONE, type Reductions } from '../../runtime/src/explore/reductions.ts';

/** No reductions, and all but one: each in turn. */
export const LESS: readonly (readonly [name: string, Reductions])[] = [
  ['none', NONE],
  ...(Object.keys(ALL) as (keyof Reductions)[]).map(
    (name) => [`without ${name}`, { ...ALL, [name]: false }] as const,
  ),
];
