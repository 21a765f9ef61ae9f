import type { Kernel, PackedChoice } from '../../kernel/index.ts';

/** Numbers from 0 up to 1, without it. */
export type Random = () => number;

/** A way to choose schedules at random. */
export interface Strategy {
  /** A new run begins; `steps` is the longest one so far. */
  begin(random: Random, steps: number): void;
  /** One of the enabled choices of a state. */
  choose(k: Kernel, s: Int32Array, choices: readonly PackedChoice[]): PackedChoice;
}

export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)];
