import type { ProgramError } from 'workloop/run';
import { ProgramRefused } from './Engine';

/** Why nothing can be shown: the program was refused, or the engine itself failed. */
export type Trouble = { readonly refused: ProgramError } | { readonly fault: string };

/** What a question to the engine rejected with. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof ProgramRefused) return { refused: error.error };
  return { fault: error instanceof Error ? error.message : String(error) };
}
