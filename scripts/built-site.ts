import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const inputs = [
  'docusaurus.config.ts',
  'package-lock.json',
  'lessons',
  'i18n',
  'exercises',
  'runtime',
  'site',
];
const made = /(^|\/)(node_modules|\.docusaurus)(\/|$)|\.generated\.|^site\/(static\/engine|tests)(\/|$)/;
const built = join(root, 'build', 'index.html');
const mark = join(root, 'node_modules', '.cache', 'site-inputs.txt');

/** Builds the site before the browser tests, unless the last build was made from the same files. */
export default function buildSite(): void {
  const now = fingerprint();
  if (existsSync(built) && existsSync(mark) && readFileSync(mark, 'utf8') === now) return;
  console.log('browser tests: building the site');
  const { status } = spawnSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit', shell: true });
  if (status !== 0) throw new Error('The site does not build: run `npm run build`');
  mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true });
  writeFileSync(mark, now);
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesUnder).toSorted()) {
    const { mtimeMs, size } = statSync(join(root, file));
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  const full = join(root, path);
  if (made.test(path) || !existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full).flatMap((name) => filesUnder(`${path}/${name}`));
}
