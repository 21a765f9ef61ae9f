import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { hydrated, useSite } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';

const site = useSite();
const [first, second] = ['lessons/05-deadlock/', 'lessons/07-spin-locks-atomics-interrupts/'];

/** Every panel of a language that is shown. */
const shown = (page: Page, language: string) =>
  page.getByRole('tabpanel', { name: language, exact: true }).filter({ visible: true });

describe.each(locales)('code in two languages (%s)', (locale) => {
  const words = wordsOf(locale);
  const tab = (page: Page, name: string) =>
    page.getByRole('tablist', { name: words('codeTabs.label') }).getByRole('tab', { name, exact: true });

  test('the language that is chosen is shown everywhere, and on the next page from its first frame', async () => {
    const page = await site.visit(locale, first);
    expect(await shown(page, 'C++').count()).toBe(1);
    expect(await shown(page, 'TypeScript').count()).toBe(0);
    await tab(page, 'TypeScript').click();
    await expect.poll(() => shown(page, 'C++').count()).toBe(0);
    expect(await shown(page, 'TypeScript').innerText()).toContain('yield*');

    await page.goto(site.address(locale, second), { waitUntil: 'commit' });
    await page.locator('html[data-code=ts]').waitFor({ state: 'attached' });
    await hydrated(page);
    expect(await shown(page, 'TypeScript').count()).toBe(2);
    await tab(page, 'C++').first().click();
    await expect.poll(() => shown(page, 'C++').count()).toBe(2);
    expect(await shown(page, 'TypeScript').count()).toBe(0);
  });

  test('arrow keys change the language, and axe finds nothing', async () => {
    const page = await site.visit(locale, first);
    await tab(page, 'C++').focus();
    await page.keyboard.press('ArrowRight');
    await tab(page, 'TypeScript').and(page.locator(':focus[aria-selected=true]')).waitFor();
    await expect.poll(() => shown(page, 'TypeScript').count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('without JavaScript and on paper there are both', async () => {
    const bare = await site.visit(locale, first, { javaScriptEnabled: false });
    const page = await site.visit(locale, first);
    await page.emulateMedia({ media: 'print' });
    for (const reader of [bare, page])
      for (const language of ['C++', 'TypeScript']) expect(await shown(reader, language).count()).toBe(1);
  });
});
