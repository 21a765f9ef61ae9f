import { isReturnCodeName } from './returnCodes.ts';
import type { Shown } from './types.ts';

/** A shown value in one line: strings in quotes, return codes by their bare names. */
export function shownText(value: Shown): string {
  if (typeof value === 'string' && isReturnCodeName(value)) return value;
  return JSON.stringify(value) ?? 'undefined';
}
