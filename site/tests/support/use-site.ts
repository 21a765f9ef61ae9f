import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from '../../../scripts/browser.ts';
import { builtSites } from '../../../scripts/built-site.ts';
import { serve, type Served } from '../../../scripts/serve.ts';
import { startAbroad, type Abroad } from './abroad.ts';
import type { Locale } from './words.ts';

export interface Site {
  /** The path it is served under. */
  readonly base: string;
  /** A page's address; `path` is without the locale: `lessons/#top`. */
  address(locale: Locale, path: string): string;
  /** Opens a page as a new visitor and waits until it can be used. */
  visit(locale: Locale, path: string, options?: BrowserContextOptions): Promise<Page>;
}

/** Milliseconds after which what has not come is not coming. */
const patience = 15_000;

/**
 * A built site in a browser for the tests of a file. After each of them: no request has left this machine, and no page has
 * thrown or complained.
 *
 * @param base the path it was built for
 */
export function useSite(base: keyof typeof builtSites = '/'): Site {
  let served: Served;
  let browser: Browser;
  let abroad: Abroad;
  const contexts: BrowserContext[] = [];
  const strayed: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    abroad = await startAbroad();
    [served, browser] = await Promise.all([
      serve({ dir: builtSites[base], base, port: 0 }),
      launchBrowser([abroad.switch]),
    ]);
  });

  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect([...strayed.splice(0), ...abroad.take()], 'requests that left this machine').toEqual([]);
    expect(complaints.splice(0), 'what the pages complained of').toEqual([]);
  });

  afterAll(async () => {
    await browser.close();
    await served.close();
    abroad.close();
  });

  function watch(context: BrowserContext): void {
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (/^https?:$/.test(protocol) && origin !== new URL(served.url).origin) strayed.push(request.url());
    });
    context.on('weberror', (error) => complaints.push(String(error.error())));
    context.on('console', (message) => {
      // A page that is not there is not a fault of the page that says so.
      const missing = message.text().includes('404') && message.location().url === message.page()?.url();
      if (message.type() === 'error' && !missing) complaints.push(message.text());
    });
  }

  const address = (locale: Locale, path: string): string =>
    `${served.url}${locale === 'en' ? '' : `${locale}/`}${path}`;

  return {
    base,
    address,
    async visit(locale, path, options = {}) {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
      context.setDefaultTimeout(patience);
      contexts.push(context);
      watch(context);
      const page = await context.newPage();
      await page.goto(address(locale, path));
      if (options.javaScriptEnabled !== false) await hydrated(page);
      return page;
    },
  };
}

/** Waits until the page listens: a click before that goes nowhere. */
export async function listens(page: Page): Promise<void> {
  await page.locator('html[data-has-hydrated="true"]').waitFor({ state: 'attached' });
}

/** Waits until the page listens, and stirs: a page starts little before its reader does anything. */
export async function hydrated(page: Page): Promise<void> {
  await listens(page);
  for (const at of [1, 0]) await page.mouse.move(at, at);
}
