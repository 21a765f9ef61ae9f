import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules', '.cache');
const inputs = [
  'docusaurus.config.ts',
  'package-lock.json',
  'lessons',
  'i18n',
  'exercises',
  'runtime',
  'scripts',
  'site',
];
/** What is made, and what the site is not made of. */
const unread =
  /(^|\/)(node_modules|\.docusaurus|dist|testing)(\/|$)|\.generated\.|\.test\.tsx?$|^site\/(static\/(engine|language|service-worker\.js)|tests)(\/|$)|^exercises\/(grader|sample-class)(\/|$)/;

/** The built sites that the browser tests use, by the path each is served under. */
export const builtSites = {
  '/': join(root, 'build'),
  '/sub/course/': join(cache, 'site-under-sub-path'),
} as const;

/** Builds both sites before the browser tests, unless the last build was made from the same files. */
export default function buildSites(): void {
  const now = fingerprint();
  const stale = Object.entries(builtSites).filter(([base, folder]) => !isBuiltFrom(now, base, folder));
  if (stale.length === 0) return;
  run('prepare', {});
  for (const [base, folder] of stale) {
    console.log(`browser tests: building the site under ${base}`);
    run('build', settings(base), '--', '--out-dir', folder);
    writeFileSync(mark(base), now);
  }
}

function isBuiltFrom(now: string, base: string, folder: string): boolean {
  const made = existsSync(join(folder, 'index.html')) && existsSync(mark(base));
  return made && readFileSync(mark(base), 'utf8') === now;
}

/** One of the sites has a repository, where mistakes are reported; the other has none. */
function settings(base: string): NodeJS.ProcessEnv {
  return { BASE_URL: base, REPOSITORY_URL: base === '/' ? '' : 'https://example.org/course' };
}

/** The file that keeps what a site was built from. */
function mark(base: string): string {
  mkdirSync(cache, { recursive: true });
  return join(cache, `site-inputs${base.replaceAll('/', '-')}.txt`);
}

function run(script: string, env: NodeJS.ProcessEnv, ...more: string[]): void {
  const { status } = spawnSync('npm', ['run', script, ...more], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
    shell: true,
  });
  if (status !== 0) throw new Error(`The site does not build: run \`npm run ${script}\``);
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesUnder).toSorted()) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  const full = join(root, path);
  if (unread.test(path) || !existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full).flatMap((name) => filesUnder(`${path}/${name}`));
}
