import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { cache } from './cache.ts';

const project = join(import.meta.dirname, '..');
const git = (...words: string[]): string =>
  execFileSync('git', words, { cwd: project, encoding: 'utf8' }).trim();

/** A program that measures, and the checkout it was built from and runs in. */
export interface Build {
  readonly program: string;
  readonly folder: string;
}

/** Bundles a checkout's `measure.ts`, as the page and the command are bundled: under a loader it runs many times slower. */
async function bundle(folder: string, outfile: string): Promise<Build> {
  execFileSync('npx', ['tsx', 'scripts/build-guest.ts'], { cwd: folder });
  await build({
    entryPoints: [join(folder, 'bench/measure.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // the checkout's own runtime, not the one that its node_modules link to
    alias: Object.fromEntries(
      ['run', 'trace', 'messages'].map((part) => [
        `workloop/${part}`,
        join(folder, `runtime/src/${part}/index.ts`),
      ]),
    ),
    logLevel: 'error',
  });
  return { program: outfile, folder };
}

/** The program that measures what stands here. */
export const buildHere = (): Promise<Build> => bundle(project, join(cache, 'here.mjs'));

/** The commit to compare with: the last one if something here is not committed, else the one before it. */
export function previousCommit(): string {
  const changed = git('status', '--porcelain', '--', 'runtime/src', 'exercises', 'bench') !== '';
  return git('rev-parse', '--short', changed ? 'HEAD' : 'HEAD~1');
}

/** The program that measures a commit; undefined if it has no benchmarks. */
export async function buildCommit(commit: string): Promise<Build | undefined> {
  const folder = join(cache, 'previous');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const archive = execFileSync('git', ['archive', commit], { cwd: project, maxBuffer: 1 << 28 });
  execFileSync('tar', ['-x'], { cwd: folder, input: archive });
  if (!existsSync(join(folder, 'bench/measure.ts'))) return undefined;
  // a workspace may have its own version of a package
  for (const modules of ['', 'runtime', 'exercises'].map((part) => join(part, 'node_modules'))) {
    if (existsSync(join(project, modules))) symlinkSync(join(project, modules), join(folder, modules), 'dir');
  }
  return bundle(folder, join(cache, 'previous.mjs'));
}
