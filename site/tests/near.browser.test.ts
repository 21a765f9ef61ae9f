import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hydrated, listens, useSite } from './support/use-site.ts';
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

declare global {
  interface Window {
    /** What was drawn anew while nothing had the focus. */
    unfocused: string[];
  }
}

/** In the page: from now on a key that goes nowhere can be told. */
function watchFocus(): void {
  window.unfocused = [];
  new MutationObserver((changes) => {
    if (document.activeElement === document.body)
      window.unfocused.push(...changes.map(({ target }) => target.nodeName));
  }).observe(document.body, { childList: true, subtree: true });
}

/** In the page: however slow this machine is, nobody is taken for a reader who stays. */
function withoutLongWaits(): void {
  const { setTimeout } = window;
  window.setTimeout = ((...given: Parameters<typeof setTimeout>) =>
    Number(given[1] ?? 0) < 10_000 ? setTimeout(...given) : 0) as typeof setTimeout;
}

describe('what a page fetches the code of when it is about to be seen', () => {
  test('is drawn from the first, and a click on it before the code is there counts', async () => {
    const page = await site.visit('en', 'lessons/sources/');
    const letGo = await holdBack(page);
    await page.goto(site.address('en', lesson));
    await hydrated(page);
    const { button, token } = playgroundOn(page, words);
    await button('playground.run').click();
    await button('playground.run').focus();
    expect(await token.count()).toBe(0);
    await page.evaluate(watchFocus);
    letGo();
    await token.waitFor();
    expect(await button('playground.run').evaluate((it) => it === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => window.unfocused)).toEqual([]);
  });

  test('takes the room it had when the code comes', async () => {
    const page = await site.visit('en', 'lessons/sources/');
    const letGo = await holdBack(page);
    await page.goto(site.address('en', lesson));
    await hydrated(page);
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
    await expect.poll(() => page.locator('main div[data-near]:empty').count()).toBe(0);
  });

  test('starts no editor before its reader does something, unless they have worked here before', async () => {
    const page = await site.visit('en', 'lessons/sources/');
    const editor = page.getByRole('textbox', { name: 'counter.ts' });
    await page.addInitScript(withoutLongWaits);
    await page.goto(site.address('en', 'playground/'));
    await listens(page);
    await page.waitForLoadState('networkidle');
    expect(await editor.count()).toBe(0);
    await page.mouse.move(0, 0);
    await editor.click();
    await page.keyboard.insertText('// mine');
    await playgroundOn(page, words).button('playground.reset').waitFor();
    await page.reload();
    await expect.poll(() => editor.innerText()).toContain('// mine');
  });
});
