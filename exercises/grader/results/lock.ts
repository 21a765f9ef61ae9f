import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../usage-error.ts';

/**
 * Lets one grading at a time write to a folder.
 *
 * @returns what gives it back
 * @throws UsageError if another grading is at work
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, '.grading');
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (alive(Number(readFileSync(file, 'utf8'))))
      throw new UsageError('cli.usage.out-locked', { folder, file });
    writeFileSync(file, String(process.pid));
  }
  return () => rmSync(file, { force: true });
}

function alive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
