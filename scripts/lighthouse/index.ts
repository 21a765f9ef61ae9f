import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../browser.ts';
import { builtSites } from '../built-site.ts';
import { serve } from '../serve.ts';
import { audit, type Audited } from './audit.ts';
import { median } from './median.ts';

/**
 * `npm run lighthouse`: audits the built site as a phone sees it, three times a page, and holds the medians against what they must be.
 * Lighthouse is not among the packages that the project installs: it brings 150 of its own.
 */
const wanted = 'lighthouse@12.8.2';
const runs = 3;
const pages = ['', 'lessons/05-deadlock/', 'lessons/14-disable-and-enable/'].flatMap((page) => [
  page,
  `zh-Hans/${page}`,
]);

/** What a median must be at least, or for times and shifts at most. */
const least = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
const most = { LCP: 2.0, CLS: 0.02, TBT: 150 } as const;

const build = process.argv[2] ?? builtSites['/'];
if (!existsSync(join(build, 'index.html'))) throw new Error('There is no built site: run `npm run build`');
const lighthouse = await import('lighthouse' as string).catch(() => undefined);
if (!lighthouse) {
  console.error(`Lighthouse is not installed. npm install --no-save ${wanted}`);
  process.exit(1);
}

const port = 9300 + Math.floor(Math.random() * 600);
const served = await serve({ dir: build, base: '/', port: 0 });
const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
let missed = 0;
try {
  for (const page of pages) {
    const audits: Audited[] = [];
    for (let run = 0; run < runs; run++)
      audits.push(await audit(lighthouse.default, `${served.url}${page}`, port));
    const of = (name: string): number => median(audits.map(({ values }) => values[name] ?? NaN));
    const texts = [
      ...Object.entries(least).map(([name, limit]) => said(name, of(name), of(name) >= limit)),
      ...Object.entries(most).map(([name, limit]) => said(name, of(name), of(name) <= limit)),
    ];
    console.log(`${page || '/'}\n  ${texts.join('   ')}`);
    for (const failed of new Set(audits.flatMap((one) => one.failed))) console.log(`  ${failed}`);
  }
} finally {
  await browser.close();
  await served.close();
}
if (missed > 0) process.exitCode = 1;

function said(name: string, value: number, isKept: boolean): string {
  if (!isKept) missed++;
  return `${isKept ? '✓' : '✕'} ${name} ${Number(value.toFixed(3))}`;
}
