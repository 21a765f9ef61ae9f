import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { exerciseNamed } from './support/exercises.ts';
import { hydrated } from './support/use-site.ts';
import { locales, wordsOf, type Words } from './support/words.ts';
import { exerciseOn, playgroundOn } from './support/workbench.ts';
import { launchBrowser } from '../../scripts/browser.ts';
import { serve } from '../../scripts/serve.ts';

/**
 * `npm run screenshots -- [SCENE…] [--build FOLDER] [--to FOLDER]`: the built site as a reader sees it, in both languages, light and
 * dark, on three widths; one picture a file, to be looked at.
 */
interface Scene {
  readonly path: string;
  /** Brings the page into the state that is to be seen, and says of what the picture is; the whole page if of nothing. */
  readonly act?: (page: Page, words: Words) => Promise<Locator>;
}

const known = exerciseNamed('14a');

async function handIn(page: Page, words: Words, text: string): Promise<Locator> {
  const exercise = exerciseOn(page, words);
  await exercise.root.scrollIntoViewIfNeeded();
  await exercise.write(known.file, text);
  await exercise.ask('exercise.check');
  return exercise.root;
}

const scenes: Readonly<Record<string, Scene>> = {
  home: { path: '' },
  map: { path: 'lessons/' },
  lesson: { path: 'lessons/02-threads-and-the-race/' },
  'exercise-solved': { path: known.lesson, act: (page, words) => handIn(page, words, known.solution) },
  'exercise-explored': {
    path: known.lesson,
    act: async (page, words) => {
      const root = await handIn(page, words, known.solution);
      await exerciseOn(page, words).button('exercise.showWays').first().click();
      await exerciseOn(page, words).button('outcomes.show').first().waitFor();
      return root;
    },
  },
  'exercise-failed': { path: known.lesson, act: (page, words) => handIn(page, words, known.starter) },
  explore: {
    path: 'lessons/02-threads-and-the-race/',
    act: async (page, words) => {
      const playground = playgroundOn(page, words);
      await playground.root.scrollIntoViewIfNeeded();
      await playground.ask('playground.checkAll');
      return playground.root;
    },
  },
};

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
        if (subject) await subject.screenshot({ path: file });
        else await page.screenshot({ path: file });
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        console.log(`${file}${sideways > 0 ? `: ${sideways} px too wide` : ''}`);
        await context.close();
      }

await browser.close();
await served.close();
