import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useSite } from './support/use-site.ts';
import { wordsOf } from './support/words.ts';
import { playgroundOn } from './support/workbench.ts';

const site = useSite();
const words = wordsOf('en');
const lesson = 'lessons/02-threads-and-the-race/';

/** Holds back the code of what a page fetches late, until the result is called. */
async function holdBack(page: Page): Promise<() => void> {
  let letGo = () => {};
  const gate = new Promise<void>((done) => (letGo = done));
  await page.route(/assets\/js\/(programs|pictures)\./, async (route) => {
    await gate;
    await route.continue();
  });
  return () => letGo();
}

describe('what a page fetches the code of when it is about to be seen', () => {
  test('is drawn from the first, and a click on it before the code is there counts', async () => {
    const page = await site.visit('en', 'lessons/sources/');
    const letGo = await holdBack(page);
    await page.goto(site.address('en', lesson));
    const { button, token } = playgroundOn(page, words);
    await button('playground.run').click();
    await button('playground.run').focus();
    expect(await token.count()).toBe(0);
    letGo();
    await token.waitFor();
    expect(await button('playground.run').evaluate((it) => it === document.activeElement)).toBe(true);
  });

  test('takes the room it had when the code comes', async () => {
    const page = await site.visit('en', 'lessons/sources/');
    const letGo = await holdBack(page);
    await page.goto(site.address('en', lesson));
    const figure = page.locator('figure').first();
    await figure.scrollIntoViewIfNeeded();
    const before = await figure.boundingBox();
    letGo();
    await page.getByRole('slider').first().waitFor();
    expect(await figure.boundingBox()).toEqual(before);
  });

  test('is all there at once for a reader who comes from another page of the course', async () => {
    const page = await site.visit('en', 'lessons/sources/');
    await page.getByRole('link', { name: '02 Threads and the race' }).first().click();
    await page.waitForURL(`**/${lesson}`);
    await page.getByRole('slider').first().waitFor({ state: 'attached' });
    const empty = await page.locator('main div[data-near]:empty').count();
    expect(empty).toBe(0);
  });

  test('starts no editor before its reader does something, unless they have worked here before', async () => {
    const page = await site.visit('en', 'lessons/sources/');
    const editor = page.getByRole('textbox', { name: 'counter.ts' });
    await page.goto(site.address('en', 'playground/'));
    await page.waitForLoadState('networkidle');
    expect(await editor.count()).toBe(0);
    await page.mouse.move(0, 0);
    await editor.click();
    await page.keyboard.insertText('// mine');
    await page.reload();
    await expect.poll(() => editor.innerText(), { timeout: 15_000 }).toContain('// mine');
  });
});
