import { createHash } from 'node:crypto';

/** A file name for a submission: readable, safe in every file system, and another for every other submission. */
export function safeName(id: Buffer): string {
  const readable = id
    .toString('utf8')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 16);
  return `${readable || 'student'}.${hash}`;
}
