import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { locked } from './support/programs.ts';
import { useSite } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';
import { exerciseOn, playgroundOn, type WorkbenchOnPage } from './support/workbench.ts';

const site = useSite();
const permissions = ['clipboard-read', 'clipboard-write'];
const lesson = 'lessons/02-threads-and-the-race/';
const mark = '// written by somebody else';

describe.each(locales)('a link to somebody’s work (%s)', (locale) => {
  const words = wordsOf(locale);

  /** The fragment of the link that the button copies. */
  async function copied(page: Page, bench: WorkbenchOnPage): Promise<string> {
    await bench.button('share.copy').click();
    await bench.root.getByText(words('share.copied')).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.startsWith(page.url().split('#', 1).join())).toBe(true);
    return new URL(link).hash;
  }

  async function playgroundLink(): Promise<{ hash: string; token: string }> {
    const page = await site.visit(locale, 'playground/', { permissions });
    const bench = playgroundOn(page, words);
    await bench.write('counter.ts', `${locked}${mark}`);
    await bench.ask('playground.shuffle');
    return { token: await bench.token.innerText(), hash: await copied(page, bench) };
  }

  const codeOn = ({ editor }: WorkbenchOnPage): Promise<string> => editor('counter.ts').innerText();
  const inThere = (page: Page, hash: string): Promise<unknown> =>
    page.evaluate((fragment) => (location.hash = fragment), hash);

  test('shows another reader the code and the run', async () => {
    const { hash, token } = await playgroundLink();
    const page = await site.visit(locale, `playground/${hash}`);
    const bench = playgroundOn(page, words);
    await page.getByText(words('share.opened')).waitFor();
    await expect.poll(() => codeOn(bench)).toContain(mark);
    await expect.poll(() => bench.token.innerText()).toBe(token);
    await expect.poll(() => new URL(page.url()).hash).toBe('');
    expect(await axeFindings(page)).toEqual([]);
  });

  test('replaces what the reader has written only if they say so', async () => {
    const { hash } = await playgroundLink();
    const page = await site.visit(locale, 'playground/');
    const bench = playgroundOn(page, words);
    await bench.write('counter.ts', '// mine');
    await inThere(page, hash);
    await page.getByText(words('share.question')).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: words('share.keep') }).click();
    await page.getByText(words('share.question')).waitFor({ state: 'detached' });
    expect(await codeOn(bench)).toContain('// mine');

    await inThere(page, hash);
    await page.getByRole('button', { name: words('share.open') }).click();
    await expect.poll(() => codeOn(bench)).toContain(mark);
    await expect.poll(() => page.getByText(words('share.question')).count()).toBe(0);
  });

  test('says so where it cannot be read, and changes nothing', async () => {
    const { hash } = await playgroundLink();
    const page = await site.visit(locale, `playground/${hash.slice(0, -20)}`);
    await page.getByText(words('share.unreadable')).waitFor();
    const bench = playgroundOn(page, words);
    expect(await codeOn(bench)).not.toContain(mark);
    await page.getByRole('button', { name: words('share.dismiss') }).click();
    await expect.poll(() => page.getByText(words('share.unreadable')).count()).toBe(0);
  });

  test('carries an exercise’s code, on a page with other programs', async () => {
    const page = await site.visit(locale, lesson, { permissions });
    const exercise = exerciseOn(page, words);
    await exercise.root.scrollIntoViewIfNeeded();
    await exercise.write('counter.ts', mark);
    const hash = await copied(page, exercise);

    const there = await site.visit(locale, `${lesson}${hash}`);
    await there.getByText(words('share.opened')).waitFor();
    await expect.poll(() => codeOn(exerciseOn(there, words))).toContain(mark);
    expect(await there.getByText(words('share.opened')).count()).toBe(1);
  });

  test('carries a schedule that was chosen by hand', async () => {
    const path = 'lessons/00-how-this-course-works/';
    const page = await site.visit(locale, path, { permissions });
    const exercise = exerciseOn(page, words);
    await exercise.root.scrollIntoViewIfNeeded();
    await exercise.ask('playground.stepByHand');
    await exercise.moves.getByRole('button', { name: /^B/ }).click();
    await exercise.moves.getByRole('button', { name: /^A/ }).click();
    await expect.poll(() => exercise.token.innerText()).toMatch(/B-.*A-/);
    const token = await exercise.token.innerText();
    const hash = await copied(page, exercise);

    const there = await site.visit(locale, `${path}${hash}`);
    await expect.poll(() => exerciseOn(there, words).token.innerText()).toBe(token);
  });

  test('320 px wide, the question fits', async () => {
    const { hash } = await playgroundLink();
    const page = await site.visit(locale, 'playground/', { viewport: { width: 320, height: 640 } });
    await playgroundOn(page, words).write('counter.ts', '// mine');
    await inThere(page, hash);
    await page.getByText(words('share.question')).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
});
