import { describe, expect, test } from 'vitest';
import { useSite } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';

const lesson = 'lessons/02-threads-and-the-race/';
const language = { en: 'English', 'zh-Hans': '简体中文' };

describe.each(locales)('reporting a mistake (%s)', (locale) => {
  const words = wordsOf(locale);

  describe('on a site with a repository', () => {
    const site = useSite('/sub/course/');

    test.each([1280, 320])('an issue says the page, the section and the words, %i px wide', async (width) => {
      const page = await site.visit(locale, `${lesson}#lock`, { viewport: { width, height: 700 } });
      const link = page.getByRole('link', { name: words('report.link') }).filter({ visible: true });
      await page.locator('#lock').evaluate((heading) => getSelection()?.selectAllChildren(heading));
      const heading = await page.evaluate(() => String(getSelection()).trim());
      await link.dispatchEvent('pointerdown');
      const issue = new URL((await link.getAttribute('href')) ?? '');
      expect(issue.origin + issue.pathname).toBe('https://example.org/course/issues/new');
      const title = await page.getByRole('heading', { level: 1 }).innerText();
      expect(issue.searchParams.get('title')).toBe(words('report.title').replace('{page}', title));
      const body = issue.searchParams.get('body') ?? '';
      const path = `${locale === 'en' ? '' : 'zh-Hans/'}${lesson}`;
      expect(body).toContain(`https://example.org/sub/course/${path}#lock`);
      expect(body).toContain(language[locale]);
      expect(body).toContain(`> ${heading}`);
    });
  });

  describe('on a site without one', () => {
    const site = useSite();

    test('nothing offers it', async () => {
      const page = await site.visit(locale, lesson);
      expect(await page.getByRole('link', { name: words('report.link') }).count()).toBe(0);
    });
  });
});
