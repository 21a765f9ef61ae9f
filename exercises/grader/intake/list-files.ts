import { lstatSync, opendirSync } from 'node:fs';
import { join } from 'node:path';
import { Refused } from './refusal.ts';

/** What a submission may be at most. */
export const LIMITS = { files: 64, depth: 8, fileBytes: 256 * 1024, bytes: 1024 * 1024 };

/**
 * The files of a submission, by their paths inside it, without following or opening anything. What begins with a dot (`.git`,
 * `.DS_Store`) is left alone.
 *
 * @throws Refused for links, for what is neither file nor folder, and beyond the limits
 */
export function listFiles(root: string): string[] {
  const files: string[] = [];
  let entries = 0;
  let bytes = 0;

  const visit = (folder: string, depth: number): void => {
    if (depth > LIMITS.depth)
      throw new Refused('cli.refused.too-deep', { path: folder, limit: LIMITS.depth });
    for (const name of names(join(root, folder), folder)) {
      if (name.startsWith('.')) continue;
      if (++entries > LIMITS.files) throw new Refused('cli.refused.too-many', { limit: LIMITS.files });
      const path = folder ? `${folder}/${name}` : name;
      const stat = attempt(path, () => lstatSync(join(root, path)));
      if (stat.isDirectory()) {
        visit(path, depth + 1);
        continue;
      }
      if (stat.isSymbolicLink() || stat.nlink > 1) throw new Refused('cli.refused.link', { path });
      if (!stat.isFile()) throw new Refused('cli.refused.special', { path });
      if (stat.size > LIMITS.fileBytes)
        throw new Refused('cli.refused.too-big', { path, bytes: stat.size, limit: LIMITS.fileBytes });
      if ((bytes += stat.size) > LIMITS.bytes)
        throw new Refused('cli.refused.too-big-together', { limit: LIMITS.bytes });
      files.push(path);
    }
  };
  visit('', 1);
  return files.toSorted();
}

/** Names in a folder; hardly more than are allowed, however many there are. */
function names(folder: string, path: string): string[] {
  return attempt(path || '.', () => {
    const found: string[] = [];
    const dir = opendirSync(folder);
    try {
      for (let entry = dir.readSync(); entry && found.length < 10 * LIMITS.files; entry = dir.readSync())
        found.push(entry.name);
    } finally {
      dir.closeSync();
    }
    return found.toSorted();
  });
}

/** Does something with the file system; its errors are the submission's. */
export function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('cli.refused.unreadable', {
      path,
      reason: (error as NodeJS.ErrnoException).code ?? String(error),
    });
  }
}
