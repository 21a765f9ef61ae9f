import type { Browser } from 'playwright-core';

/** What a first visit fetches, by address below the site; each as many bytes as gzip leaves of it. */
export type Fetched = ReadonlyMap<string, number>;

/**
 * A page as its first visitor meets it: its scripts and style sheets, but not what is fetched in advance.
 *
 * @param size how many bytes gzip leaves of a file
 * @param editorNear whether an editor comes, as it does when its place is about to be seen
 */
export async function scriptsOf(
  browser: Browser,
  url: string,
  size: (path: string) => number,
  editorNear = false,
): Promise<Fetched> {
  const page = await browser.newPage();
  if (!editorNear)
    await page.addInitScript({
      content: 'window.IntersectionObserver = class { observe() {} unobserve() {} disconnect() {} };',
    });
  const fetched = new Map<string, number>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (['script', 'stylesheet'].includes(response.request().resourceType()))
      fetched.set(pathname, size(pathname));
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  if (editorNear) {
    await page.getByRole('tab').first().scrollIntoViewIfNeeded();
    await page.locator('.cm-content').first().waitFor();
  }
  await page.close();
  return fetched;
}
