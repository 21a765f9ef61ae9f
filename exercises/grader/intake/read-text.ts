import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, LIMITS } from './list-files.ts';
import { Refused } from './refusal.ts';

/** A file that `listFiles` found, as text. What it has become since is looked at again. Throws Refused. */
export function readText(root: string, path: string): string {
  const bytes = attempt(path, () => readBytes(join(root, path), path));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refused('cli.refused.not-utf8', { path });
  }
}

function readBytes(file: string, path: string): Buffer {
  // Windows has neither of the two, and `|` takes what is not there for 0.
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  const fd = openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    if (!fstatSync(fd).isFile()) throw new Refused('cli.refused.special', { path });
    const bytes = Buffer.alloc(LIMITS.fileBytes + 1);
    let length = 0;
    for (let read = 1; read > 0 && length < bytes.length; length += read)
      read = readSync(fd, bytes, length, bytes.length - length, null);
    if (length > LIMITS.fileBytes)
      throw new Refused('cli.refused.too-big', { path, bytes: length, limit: LIMITS.fileBytes });
    return bytes.subarray(0, length);
  } finally {
    closeSync(fd);
  }
}
