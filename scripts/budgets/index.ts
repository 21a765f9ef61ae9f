import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../browser.ts';
import { serve } from '../serve.ts';
import { scriptsOf, type Fetched } from './pages.ts';

/**
 * `npm run budgets`: what the built site weighs, gzipped, against what it may weigh. Ends with 1 if something is over.
 */
const build = join(import.meta.dirname, '../../build');
if (!existsSync(join(build, 'index.html'))) throw new Error('There is no built site: run `npm run build`');

const size = (path: string): number => gzipSync(readFileSync(join(build, path)), { level: 9 }).length;
const served = await serve({ dir: build, base: '/', port: 0 });
const browser = await launchBrowser();
const visit = (path: string, editorNear = false): Promise<Fetched> =>
  scriptsOf(browser, `${served.url}${path}`, size, editorNear);
const [home, prose, lesson, edited] = [
  await visit(''),
  await visit('lessons/sources/'),
  await visit('lessons/02-threads-and-the-race/'),
  await visit('lessons/02-threads-and-the-race/', true),
];
await browser.close();
await served.close();

const scripts = (page: Fetched): string[] => [...page.keys()].filter((path) => path.endsWith('.js'));
const sum = (paths: readonly string[]): number => paths.reduce((total, path) => total + size(path), 0);
const besides = (page: Fetched, others: readonly Fetched[]): string[] =>
  scripts(page).filter((path) => others.every((other) => !other.has(path)));
const layout = scripts(prose).filter((path) => lesson.has(path));
const styles = [...home.keys()].filter((path) => path.endsWith('.css'));

const budgets: readonly (readonly [what: string, kilobytes: number, bytes: number])[] = [
  ['script of every page, layout and all', 185, sum(layout)],
  ['style sheet', 20, sum(styles)],
  ['home page adds', 25, sum(besides(home, [prose]))],
  ['page of prose adds', 5, sum(besides(prose, [lesson]))],
  ['lesson adds, before its editor is near', 25, sum(besides(lesson, [prose]))],
  ['editor, once it is near', 285, sum(besides(edited, [lesson]))],
  ['engine: worker', 150, size('engine/worker.js')],
  ['engine: QuickJS', 260, size('engine/quickjs.wasm')],
];

for (const [what, kilobytes, bytes] of budgets) {
  const kb = bytes / 1000;
  const over = kb > kilobytes;
  console.log(
    `${over ? '✕' : '✓'} ${what.padEnd(42)} ${kb.toFixed(1).padStart(7)} of ${String(kilobytes).padStart(3)} KB`,
  );
  if (over) process.exitCode = 1;
}
