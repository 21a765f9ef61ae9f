import { writeOldest } from './cells.ts';
import type { Context } from './contexts.ts';
import type { Kernel } from './kernel.ts';
import * as L from './layout.ts';

/** The oldest waiting store of a context reaches memory; a call that was over but for its stores ends with the last one. */
export function flush(k: Kernel, s: Int32Array, me: Context): void {
  writeOldest(k, s, me);
  if (s[L.FAILED] === 0 && s[me.slot + L.BUFFER] === 0 && isReturning(s, me)) k.endCall(s, me);
}

/** All of them do, as they must before a locked instruction. */
export function drain(k: Kernel, s: Int32Array, me: Context): void {
  while (s[me.slot + L.BUFFER] !== 0 && s[L.FAILED] === 0) writeOldest(k, s, me);
}

/** Whether a context has only stores left to see out of its buffer before its call, or its handler, is over. */
export const isReturning = (s: Int32Array, c: Context): boolean => (s[c.slot + L.STATUS] & L.RETURNING) !== 0;
