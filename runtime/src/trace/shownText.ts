import { isReturnCodeText } from './returnCodes.ts';
import type { Shown } from './types.ts';

/** A shown value in one line: strings in quotes, return codes bare. */
export function shownText(value: Shown): string {
  if (typeof value === 'string' && isReturnCodeText(value)) return value;
  return JSON.stringify(value) ?? 'undefined';
}
