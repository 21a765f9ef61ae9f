import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../browser.ts';
import { builtSites } from '../built-site.ts';
import { serve } from '../serve.ts';
import { isOver, line, worst, type Measured } from './measured.ts';
import type { Limit } from './limits.ts';
import { runtimeText } from './runtime.ts';
import { visit } from './visit.ts';

/**
 * `npm run budgets`: what the built site weighs, gzipped, against what it may weigh: every page in both languages, then the
 * heaviest for each limit. Ends with 1 if something is over.
 */
const build = process.argv[2] ?? builtSites['/'];
if (!existsSync(join(build, 'index.html'))) throw new Error('There is no built site: run `npm run build`');

const weigh = (bytes: Uint8Array | string): number => gzipSync(bytes, { level: 9 }).length;
const weights = new Map<string, number>();
function size(path: string): number {
  const known = weights.get(path) ?? weigh(readFileSync(join(build, path)));
  weights.set(path, known);
  return known;
}
const sum = (paths: Iterable<string>): number => [...paths].reduce((total, path) => total + size(path), 0);
const scripts = (fetched: ReadonlySet<string>): string[] =>
  [...fetched].filter((path) => path.endsWith('.js'));

const files = readdirSync(build, { recursive: true, encoding: 'utf8' });
const pages = files.filter((path) => /(^|\/)(index|404)\.html$/.test(path)).toSorted();

/** Of what kind a page is. */
function limitOf(page: string): Limit {
  if (/^(zh-Hans\/)?index\.html$/.test(page)) return 'home';
  if (/^(zh-Hans\/)?(lessons\/(index|reference)|offline|progress|search)\b/.test(page)) return 'tool';
  return readFileSync(join(build, page), 'utf8').includes('data-near') ? 'program' : 'prose';
}

/** What is fetched where somebody searches, and nowhere else. */
const isIndex = (path: string): boolean => /(^|\/)search-index-\w+\.json$/.test(path);

/** What a page fetches once a reader asks for types: its own language's messages, if it needs any. */
const languageOf = (locale: string): string[] =>
  files.filter(
    (path) =>
      path.startsWith('language/') &&
      (!path.includes('/messages-') || path.includes(`/messages-${locale.slice(0, -1)}.`)),
  );

const served = await serve({ dir: build, base: '/', port: 0 });
const browser = await launchBrowser();
const measured: Measured[] = [];
try {
  for (const locale of ['', 'zh-Hans/']) {
    const url = `${served.url}${locale}`;
    const lesson = 'lessons/02-threads-and-the-race/';
    const text = await visit(browser, `${url}lessons/sources/`, 'reads');
    const read = await visit(browser, `${url}${lesson}`, 'reads');
    const edited = await visit(browser, `${url}${lesson}`, 'edits');
    const layout = new Set(scripts(text).filter((path) => read.has(path)));
    const near = scripts(edited).filter((path) => !read.has(path));
    measured.push({ limit: 'layout', what: locale, bytes: sum(layout) });
    measured.push({ limit: 'language', what: locale, bytes: sum(languageOf(locale)) });
    measured.push({ limit: 'editor', what: `${locale}${lesson}`, bytes: sum(near) });
    for (const page of pages.filter((path) => path.startsWith('zh-Hans/') === (locale !== ''))) {
      const what = page.replace(/index\.html$/, '');
      const limit = limitOf(page);
      const fetched = await visit(browser, `${served.url}${what}`, limit === 'home' ? 'looks' : 'reads');
      const styles = sum([...fetched].filter((path) => path.endsWith('.css')));
      const searches = what.endsWith('search/');
      const adds = [...fetched].filter(
        (path) => !path.endsWith('.css') && !layout.has(path) && !(searches && isIndex(path)),
      );
      measured.push({ limit: 'styles', what, bytes: styles }, { limit, what, bytes: sum(adds) });
    }
  }
} finally {
  await browser.close();
  await served.close();
}
measured.push(
  { limit: 'worker', what: '', bytes: size('engine/worker.js') },
  { limit: 'runtime', what: '', bytes: weigh(await runtimeText()) },
  { limit: 'engines', what: '', bytes: size('engine/engines.js') },
  { limit: 'quickjs', what: '', bytes: size('engine/quickjs.wasm') },
  ...files
    .filter((path) => /(^|\/)pictures\.\w+\.js$/.test(path))
    .map((path): Measured => ({ limit: 'pictures', what: path, bytes: size(path) })),
  ...files.filter(isIndex).map((path): Measured => ({ limit: 'search', what: path, bytes: size(path) })),
);

for (const one of measured)
  if (/home|prose|tool|program/.test(one.limit)) console.log(line(one, one.what || '/'));
console.log(`\n${worst(measured).join('\n')}`);
if (measured.some(isOver)) process.exitCode = 1;
