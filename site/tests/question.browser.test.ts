import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { hydrated, useSite } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';

const site = useSite();
const lesson = 'lessons/00-how-this-course-works/';

/** The lesson's first question, its lettered answers, and its explanation. */
function questionOn(page: Page): { root: Locator; letter(letter: string): Locator; why: Locator } {
  const root = page.locator('[role="group"][data-kind]').first();
  return {
    root,
    letter: (letter) => root.getByRole('button', { name: new RegExp(`^${letter} `) }),
    why: root.locator('details > p'),
  };
}

describe.each(locales)('a question (%s)', (locale) => {
  const words = wordsOf(locale);

  test('a choice is judged at once, explained, and still there when the page is loaded again', async () => {
    const page = await site.visit(locale, lesson);
    const { root, letter, why } = questionOn(page);
    expect(await why.isVisible()).toBe(false);
    await letter('A').click();
    await root.getByRole('status').getByText(words('question.wrong')).waitFor();
    await why.waitFor();
    await letter('B').click();
    await root.getByRole('status').getByText(words('question.right')).waitFor();
    await page.reload();
    await hydrated(page);
    await root.getByRole('status').getByText(words('question.right')).waitFor();
    await expect.poll(() => letter('B').getAttribute('aria-pressed')).toBe('true');
    expect(await letter('A').getAttribute('aria-pressed')).toBe('false');
  });

  test('the keyboard chooses, and opens the explanation without choosing', async () => {
    const page = await site.visit(locale, lesson);
    const { root, letter, why } = questionOn(page);
    await letter('C').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await why.waitFor();
    expect(await root.getByRole('status').innerText()).toBe('');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await root.getByRole('status').getByText(words('question.wrong')).waitFor();
  });

  test('without JavaScript the answers and the explanation can be read', async () => {
    const page = await site.visit(locale, lesson, { javaScriptEnabled: false });
    const { root, why } = questionOn(page);
    expect(await root.getByRole('listitem').count()).toBe(3);
    expect(await why.isVisible()).toBe(true);
  });

  test.each(['light', 'dark'] as const)(
    'axe finds nothing once it is answered, in the %s',
    async (colorScheme) => {
      const page = await site.visit(locale, lesson, { colorScheme });
      const { letter, why } = questionOn(page);
      await letter('A').click();
      await why.waitFor();
      expect(await axeFindings(page)).toEqual([]);
    },
  );
});
