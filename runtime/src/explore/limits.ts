import type { Bound } from './verdict.ts';

/** How far a search may go. */
export interface Limits {
  readonly states: number;
  /** Bytes of stored states and edges. */
  readonly memory: number;
  /** Questions to the guest. */
  readonly questions: number;
}

export const DEFAULT_LIMITS: Limits = { states: 2_000_000, memory: 2 ** 30, questions: 20_000 };

/** Stops where the guest was asked more than that. */
export function limitQuestions({ questions: most }: Limits, asked: (() => number) | undefined): void {
  if (asked && asked() > most) throw new LimitReached('questions', most);
}

/** A bound of the engine was hit: the verdict is `inconclusive` and names it. */
export class LimitReached extends Error {
  readonly bound: Bound;
  readonly limit: number;
  readonly place: string | undefined;

  constructor(bound: Bound, limit: number, place?: string) {
    super(`limit reached: ${bound} ${limit}`);
    this.bound = bound;
    this.limit = limit;
    this.place = place;
  }
}
