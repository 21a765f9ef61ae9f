import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Locale } from './words.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs `npm run workloop -- …`. */
export function workloop(
  locale: Locale,
  ...args: readonly string[]
): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['run', '--silent', 'workloop', '--', ...args, '--lang', locale],
    { cwd: root, encoding: 'utf8' },
  );
  return { status, said: stdout + stderr };
}
