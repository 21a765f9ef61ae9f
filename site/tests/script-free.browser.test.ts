import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { squeezed, writtenPages } from './support/lessons.ts';
import { pageTypes } from './support/pages.ts';
import { useSite } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';

const site = useSite();
const controls =
  'button, input, select, textarea, [role=tab], [role=slider], [role=button]:not([href]), [contenteditable=true]';

/** What is seen, and what opens without a script: the insides of `<details>`. */
const readable = async (page: Page): Promise<string> => {
  const closed = page.locator('main details').filter({ visible: true });
  return squeezed([await page.locator('main').innerText(), ...(await closed.allTextContents())].join(''));
};

describe.each(locales)('without JavaScript (%s)', (locale) => {
  const words = wordsOf(locale);

  test.each(writtenPages(locale))('all of $path can be read', async (written) => {
    const page = await site.visit(locale, written.path, { javaScriptEnabled: false });
    const text = await readable(page);
    expect(written.texts.filter((run) => !text.includes(run))).toEqual([]);
    expect(written.code.filter((file) => !text.includes(squeezed(file)))).toEqual([]);
    const drawings = page
      .locator('main figure')
      .filter({ has: page.locator('svg').filter({ visible: true }) });
    expect(await drawings.count()).toBe(written.recordings);
    expect(await drawings.locator('pre').filter({ visible: true }).count()).toBe(written.recordings);
    const answers = page.locator('main details[open]').filter({ hasText: words('question.why') });
    expect(await answers.count()).toBe(written.questions);
  });

  test.each(Object.entries(pageTypes))('nothing is there that would do nothing: %s', async (_, path) => {
    const page = await site.visit(locale, path, { javaScriptEnabled: false });
    const dead = page.locator(controls).filter({ visible: true });
    expect(await dead.evaluateAll((all) => all.map(({ outerHTML }) => outerHTML.slice(0, 120)))).toEqual([]);
  });

  test('a program says that it cannot be run', async () => {
    const page = await site.visit(locale, 'lessons/02-threads-and-the-race/', { javaScriptEnabled: false });
    const said = await page.locator('noscript p').filter({ visible: true }).allInnerTexts();
    expect(said).toContain(words('workbench.unscripted'));
  });
});
