import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

declare global {
  interface Window {
    axe: { run(context: Document, options: { iframes: boolean }): Promise<AxeResults> };
  }
}

/** What axe finds on the page as it is now: the rule, and the elements. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  // The engine's frame is empty and sealed.
  const { violations } = await page.evaluate(() => window.axe.run(document, { iframes: false }));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
