import type { Scheduler } from './simulate.ts';
import { parseToken, tokenStep, type TokenStep } from './token.ts';

/** The text is no replay token. */
export class BadToken extends Error {}

/**
 * Follows a token. Where the program has changed it notes the first step that no longer fits and goes on, deterministically, with whoever
 * moved last or else the first who can.
 */
export function followed(text: string): { schedule: Scheduler; divergedAt: () => number | undefined } {
  const token = parseToken(text);
  if (!token) throw new BadToken();
  let at = 0;
  let diverged: number | undefined;
  let last = -1;
  const schedule: Scheduler = (k, s, choices) => {
    const wanted = diverged === undefined ? token.steps[at++] : undefined;
    if (wanted === undefined && diverged === undefined) return undefined;
    const match = choices.find((c) => wanted && same(tokenStep(k, s, c), wanted));
    if (match === undefined && diverged === undefined) diverged = at;
    const choice = match ?? choices.find((c) => c >> 8 === last) ?? choices[0];
    last = (choice ?? 0) >> 8;
    return choice;
  };
  return { schedule, divergedAt: () => diverged };
}

const same = (a: TokenStep, b: TokenStep): boolean =>
  a.context === b.context && a.word === b.word && a.alternative === b.alternative;
