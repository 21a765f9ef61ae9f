import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { scenes } from './support/scenes.ts';
import { hydrated } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';
import { launchBrowser } from '../../scripts/browser.ts';
import { serve } from '../../scripts/serve.ts';

/*
 * `npm run screenshots -- [SCENE…] [--build FOLDER] [--to FOLDER]`: the built site as a reader sees it, in both languages, light and
 * dark, on three widths; one picture a file, to be looked at.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    build: { type: 'string', default: 'build' },
    to: { type: 'string', default: join('results', 'screenshots') },
  },
});
const wanted = Object.entries(scenes).filter(
  ([name]) => positionals.length === 0 || positionals.includes(name),
);
mkdirSync(values.to, { recursive: true });
const served = await serve({ dir: values.build, port: 0 });
const browser = await launchBrowser();

for (const [name, { path, act }] of wanted)
  for (const locale of locales)
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [1280, 768, 320]) {
        const viewport = { width, height: 900 };
        const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
        const page = await context.newPage();
        await page.goto(`${served.url}${locale === 'en' ? '' : `${locale}/`}${path}`);
        await hydrated(page);
        const file = join(values.to, `${name}.${locale}.${colorScheme}.${width}.png`);
        const subject = await act?.(page, wordsOf(locale));
        if (subject) await makeRoom(page, subject);
        await (subject ?? page).screenshot({ path: file });
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        console.log(`${file}${sideways > 0 ? `: ${sideways} px too wide` : ''}`);
        await context.close();
      }

await browser.close();
await served.close();

/** A window in which all of it is seen: nothing that sticks to an edge of the window stands on it. */
async function makeRoom(page: Page, subject: Locator): Promise<void> {
  const { width = 0, height: least = 0 } = page.viewportSize() ?? {};
  const { height = 0 } = (await subject.boundingBox()) ?? {};
  await page.setViewportSize({ width, height: Math.max(least, Math.ceil(height) + 200) });
  await subject.evaluate((element) => element.scrollIntoView({ block: 'center' }));
}
