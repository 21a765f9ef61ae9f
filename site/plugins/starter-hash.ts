import { createHash } from 'node:crypto';

/** Names starting code by its source, whatever language its comments are shown in: what a browser keeps is told apart by it. */
export function starterHash(sources: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 12);
}
