import { createHash } from 'node:crypto';

/** sha-256 of texts by name: the same for the same texts, in whatever order they come. */
export function digestOf(files: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(files).toSorted()) hash.update(JSON.stringify([name, files[name]]));
  return hash.digest('hex');
}
