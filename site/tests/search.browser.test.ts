import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { useSite } from './support/use-site.ts';
import { locales, wordsOf, type Locale } from './support/words.ts';

const lesson = 'lessons/00-how-this-course-works/';

/** What a reader types, and a page that must be among the first that are found. */
const wanted: Record<Locale, readonly (readonly [query: string, page: string])[]> = {
  en: [
    ['command gate', 'lessons/14-disable-and-enable/'],
    ['work loop', 'lessons/11-runaction-on-your-thread/'],
    ['workloop', 'lessons/11-runaction-on-your-thread/'],
    ['工作环', 'lessons/11-runaction-on-your-thread/'],
    ['工作循环', 'lessons/11-runaction-on-your-thread/'],
    ['命令门', 'lessons/14-disable-and-enable/'],
    ['commandSleep', 'lessons/answers/why-did-commandsleep-return-at-once/'],
  ],
  'zh-Hans': [
    ['工作环', 'lessons/11-runaction-on-your-thread/'],
    ['工作循环', 'lessons/11-runaction-on-your-thread/'],
    ['命令门', 'lessons/14-disable-and-enable/'],
    ['command gate', 'lessons/14-disable-and-enable/'],
    ['work loop', 'lessons/11-runaction-on-your-thread/'],
    ['竞态', 'lessons/02-threads-and-the-race/'],
  ],
};

describe.each(['/', '/sub/course/'] as const)('search, served under %s', (base) => {
  const site = useSite(base);

  describe.each(locales)('%s', (locale) => {
    const words = wordsOf(locale);
    const dialogOn = (page: Page): Locator => page.getByRole('dialog', { name: words('search.title') });
    const fieldOn = (page: Page): Locator => page.getByRole('searchbox', { name: words('search.field') });
    const results = (page: Page): Locator => page.getByRole('search').getByRole('listitem').getByRole('link');
    async function open(page: Page): Promise<void> {
      await page.getByRole('button', { name: words('search.title'), exact: true }).click();
      await page.getByText(words('search.hint')).waitFor();
    }

    test('finds the terms, their aliases, and names of the API', async () => {
      const page = await site.visit(locale, lesson);
      await open(page);
      for (const [query, address] of wanted[locale]) {
        await fieldOn(page).fill(query);
        const { pathname } = new URL(site.address(locale, address));
        const there = results(page).and(page.locator(`[href^="${pathname}"]`));
        await expect.poll(() => there.count(), { message: query }).toBeGreaterThan(0);
      }
    });

    if (base !== '/') return;

    test('loads its index once, when somebody searches, and then needs no network', async () => {
      const page = await site.visit(locale, lesson);
      const loaded: string[] = [];
      page.context().on('request', (request) => {
        if (request.url().includes('search-index')) loaded.push(request.url());
      });
      await page.waitForLoadState('networkidle');
      expect(loaded).toEqual([]);
      await open(page);
      await page.context().setOffline(true);
      await fieldOn(page).fill('IOLock');
      await results(page).first().waitFor();
      expect(loaded).toHaveLength(1);
    });

    test('works from the keyboard alone, and gives the focus back', async () => {
      const page = await site.visit(locale, lesson);
      await page.keyboard.press('Control+k');
      await page.getByText(words('search.hint')).waitFor();
      await fieldOn(page).and(page.locator(':focus')).waitFor();
      // at once: results of half a name would be replaced under the arrow keys
      await page.keyboard.insertText('IORecursiveLock');
      await results(page).nth(1).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      const second = await results(page).nth(1).getAttribute('href');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => `${url.pathname}${url.hash}` === second);
      await dialogOn(page).waitFor({ state: 'detached' });

      const button = page.getByRole('button', { name: words('search.title'), exact: true });
      await button.press('Enter');
      await fieldOn(page).and(page.locator(':focus')).waitFor();
      await page.keyboard.press('Escape');
      await dialogOn(page).waitFor({ state: 'detached' });
      await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
    });

    test('says what it has not found', async () => {
      const page = await site.visit(locale, lesson);
      await open(page);
      await fieldOn(page).fill('qqzzxy');
      await page.getByText(words('search.nothing').replace('{query}', 'qqzzxy')).waitFor();
      expect(await results(page).count()).toBe(0);
    });

    test('says so when the index does not come', async () => {
      const page = await site.visit(locale, lesson);
      await page.context().route('**/search-index*', (route) => route.fulfill({ body: 'not an index' }));
      await page.keyboard.press('Control+k');
      await page.getByText(words('search.failed')).waitFor();
      expect(await results(page).count()).toBe(0);
    });

    test('has a page of its own, whose address keeps the words', async () => {
      const page = await site.visit(locale, 'search/?q=IOLock');
      await results(page).first().waitFor();
      await fieldOn(page).fill('deadlock');
      await expect.poll(() => new URL(page.url()).search).toBe('?q=deadlock');
    });

    test.each(['light', 'dark'] as const)(
      'fits into 320 px, and axe finds nothing (%s)',
      async (colorScheme) => {
        const viewport = { width: 320, height: 640 };
        const page = await site.visit(locale, lesson, { viewport, colorScheme });
        await open(page);
        await fieldOn(page).fill(locale === 'en' ? 'gate' : '门锁');
        await results(page).first().waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
        expect(await axeFindings(page)).toEqual([]);
      },
    );
  });
});
