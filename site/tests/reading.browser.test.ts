import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { pageTypes } from './support/pages.ts';
import { hydrated, useSite } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';
import { playgroundOn } from './support/workbench.ts';

/** By how many pixels the page is wider than its window. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const lesson = 'lessons/02-threads-and-the-race/';
const other = { en: 'zh-Hans', 'zh-Hans': 'en' } as const;
const named = { en: 'English', 'zh-Hans': '简体中文' };

describe.each(['/', '/sub/course/'] as const)('under %s', (base) => {
  const site = useSite(base);

  test.each(locales)(
    'the other language is one click away, at the same heading (from %s)',
    async (locale) => {
      const page = await site.visit(locale, `${lesson}#lock`);
      await page.getByRole('link', { name: named[other[locale]], exact: true }).click();
      await page.waitForURL(site.address(other[locale], `${lesson}#lock`));
      await hydrated(page);
      expect(await page.locator('html').getAttribute('lang')).toBe(other[locale]);
      expect(await page.locator('#lock').isVisible()).toBe(true);
    },
  );

  test.each(locales)('a heading that is chosen on the way is kept, too (from %s)', async (locale) => {
    const page = await site.visit(locale, lesson);
    await page.locator('a[href="#xnu"]').first().click();
    await page.waitForURL(site.address(locale, `${lesson}#xnu`));
    await page.getByRole('link', { name: named[other[locale]], exact: true }).click();
    await page.waitForURL(site.address(other[locale], `${lesson}#xnu`));
    expect(await page.locator('#xnu').isVisible()).toBe(true);
  });

  test.each(locales)(
    'an address that does not exist is answered in the page’s language (%s)',
    async (locale) => {
      const page = await site.visit(locale, 'lessons/nobody-here/');
      const words = wordsOf(locale);
      await page.getByRole('heading', { level: 1, name: words('notFound.title') }).waitFor();
      const status = await page.evaluate(() => fetch(location.href).then((response) => response.status));
      expect(status).toBe(404);
      await page
        .getByRole('main')
        .getByRole('link', { name: words('notFound.lessons') })
        .click();
      await page.waitForURL(site.address(locale, 'lessons/'));
    },
  );

  if (base !== '/') return;

  describe.each(locales)('%s', (locale) => {
    const words = wordsOf(locale);

    test.each(Object.entries(pageTypes))('320 px wide, nothing scrolls sideways: %s', async (_, path) => {
      const page = await site.visit(locale, path, { viewport: { width: 320, height: 640 } });
      expect(await overhang(page)).toBe(0);
    });

    test('320 px wide, a playground can be run, and what happened fits', async () => {
      const page = await site.visit(locale, 'playground/', { viewport: { width: 320, height: 640 } });
      const { ask, choice, timeline } = playgroundOn(page, words);
      await ask('playground.checkAll');
      await timeline.waitFor();
      expect(await overhang(page)).toBe(0);
      await choice('playground.pane.code').check();
      await timeline.waitFor({ state: 'hidden' });
    });

    test.each([
      [320, "[data-fits='narrow']"],
      [1280, '[data-fits]'],
    ])('%i px wide, code that fits on a line is not broken', async (width, code) => {
      const page = await site.visit(locale, 'lessons/14-disable-and-enable/', {
        viewport: { width, height: 640 },
      });
      const lines = await page
        .locator(`.markdown p code${code}`)
        .evaluateAll((all) => all.map((element) => element.getClientRects().length));
      expect(lines.length).toBeGreaterThan(20);
      expect(Math.max(...lines)).toBe(1);
    });

    test('on paper there are the text, the code, and each run as a drawing and as text', async () => {
      const page = await site.visit(locale, lesson);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('#lock').isVisible()).toBe(true);
      expect(await page.locator('nav.navbar').isVisible()).toBe(false);
      const recorded = page
        .locator('figure')
        .filter({ has: page.locator('svg') })
        .first();
      await expect.poll(() => recorded.locator('svg').filter({ visible: true }).count()).toBe(1);
      await recorded.locator('pre').waitFor();
      expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    });
  });
});
