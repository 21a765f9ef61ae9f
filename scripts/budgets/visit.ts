import type { Browser } from 'playwright-core';

/** How far a visitor goes. */
export type Reader =
  /** Looks at what is on the screen at first. */
  | 'looks'
  /** Reads the text, and comes near no program and no drawing. */
  | 'reads'
  /** Comes to the first editor. */
  | 'edits';

/**
 * What a page's first visitor fetches, by address below the site: scripts, style sheets and data; but not what a page fetches in
 * advance, once it has nothing else to do.
 */
export async function visit(browser: Browser, url: string, reader: Reader): Promise<ReadonlySet<string>> {
  const page = await browser.newPage();
  await page.addInitScript({ content: 'window.requestIdleCallback = () => 0;' });
  if (reader === 'reads')
    await page.addInitScript({
      content: 'window.IntersectionObserver = class { observe() {} unobserve() {} disconnect() {} };',
    });
  const fetched = new Set<string>();
  page.on('response', (response) => {
    if (['script', 'stylesheet', 'fetch', 'xhr'].includes(response.request().resourceType()))
      fetched.add(new URL(response.url()).pathname.slice(1));
  });
  await page.goto(url);
  await page.locator('html[data-has-hydrated="true"]').waitFor({ state: 'attached' });
  // Nothing comes near to somebody who does nothing at all.
  await page.mouse.move(1, 1);
  await page.waitForLoadState('networkidle');
  if (reader === 'edits') {
    await page
      .locator('[data-near]', { has: page.getByRole('tab') })
      .first()
      .scrollIntoViewIfNeeded();
    await page.locator('.cm-content').first().waitFor();
    await page.waitForLoadState('networkidle');
  }
  await page.close();
  return fetched;
}
