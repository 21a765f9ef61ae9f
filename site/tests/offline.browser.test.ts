import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { exerciseNamed } from './support/exercises.ts';
import { hydrated, useSite } from './support/use-site.ts';
import { locales, wordsOf, type Locale } from './support/words.ts';
import { exerciseOn } from './support/workbench.ts';

const known = exerciseNamed('02a');

declare global {
  interface Window {
    /** How many files are being written into copies. */
    writing: number;
  }
}

/** In the page: whatever is kept takes so many milliseconds more to be written. */
function slowDisk(milliseconds: number): void {
  window.writing = 0;
  const { put } = Cache.prototype;
  Cache.prototype.put = async function (this: Cache, ...given) {
    window.writing++;
    await new Promise((written) => setTimeout(written, milliseconds));
    await put.apply(this, given);
    window.writing--;
  };
}

describe.each(['/', '/sub/course/'] as const)('a copy to read offline, under %s', (base) => {
  const site = useSite(base);

  /** A visitor who has kept a copy of the course in their language. */
  async function keeping(locale: Locale): Promise<Page> {
    const words = wordsOf(locale);
    const page = await site.visit(locale, 'offline/');
    await page.getByRole('button', { name: words('offline.make') }).click();
    await page.getByRole('button', { name: words('offline.remove') }).waitFor({ timeout: 60_000 });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    return page;
  }

  test.each(locales)('a lesson, its exercise and the search work without a network (%s)', async (locale) => {
    const words = wordsOf(locale);
    const page = await keeping(locale);
    expect(await axeFindings(page)).toEqual([]);
    await page.context().setOffline(true);
    await page.goto(site.address(locale, known.lesson));
    await hydrated(page);
    const exercise = exerciseOn(page, words);
    await exercise.root.scrollIntoViewIfNeeded();
    await exercise.write(known.file, known.solution);
    await exercise.ask('exercise.check');
    await page.getByText(words('exercise.why')).waitFor();
    await page.goto(site.address(locale, 'search/?q=work'));
    await page.getByRole('main').getByRole('link').first().waitFor();
  });
});

describe.each(locales)('a copy to read offline (%s)', (locale) => {
  const site = useSite();
  const words = wordsOf(locale);
  const button = (page: Page, id: string) => page.getByRole('button', { name: words(id) });
  const workers = (page: Page): Promise<number> =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  const caches = (page: Page): Promise<number> =>
    page.evaluate(async () => (await window.caches.keys()).length);

  async function keep(page: Page): Promise<void> {
    await button(page, 'offline.make').click();
    await button(page, 'offline.remove').waitFor({ timeout: 60_000 });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  }

  test('nothing is kept and no worker comes unless the reader asks', async () => {
    const page = await site.visit(locale, 'offline/');
    await button(page, 'offline.make').waitFor();
    expect([await workers(page), await caches(page)]).toEqual([0, 0]);
  });

  test('a copy that is taken away leaves nothing behind', async () => {
    const page = await site.visit(locale, 'offline/');
    await keep(page);
    expect([await workers(page), await caches(page)]).toEqual([1, 1]);
    await button(page, 'offline.remove').click();
    await button(page, 'offline.make').waitFor();
    expect([await workers(page), await caches(page)]).toEqual([0, 0]);
  });

  test('whoever has a copy hears that the course has changed, and the copy becomes the new course', async () => {
    const page = await site.visit(locale, 'offline/');
    // As if it had been kept before the last change: of another version, and one page is not what it is now.
    await keep(page);
    await page.evaluate(async () => {
      const [name = ''] = await window.caches.keys();
      const cache = await window.caches.open(name);
      const former = await window.caches.open(name.replace(/\S+$/, 'former'));
      for (const request of await cache.keys())
        await former.put(request, (await cache.match(request)) ?? Response.error());
      const home = name.split(' ')[1] ?? '';
      const text = (await (await cache.match(`${home}offline.json`))?.text()) ?? '';
      const list = JSON.parse(text) as { version: string; files: { address: string; sha256: string }[] };
      for (const file of list.files) if (file.address === 'lessons/sources/') file.sha256 = 'former';
      await former.put(`${home}offline.json`, new Response(JSON.stringify({ ...list, version: 'former' })));
      await former.put(`${home}lessons/sources/`, new Response('former'));
      await window.caches.delete(name);
    });
    await page.reload();
    await page.getByRole('contentinfo').getByText(words('offline.behindShort')).waitFor();
    await button(page, 'offline.update').click();
    await button(page, 'offline.update').waitFor({ state: 'detached', timeout: 60_000 });
    await button(page, 'offline.remove').waitFor();
    expect(await caches(page)).toBe(1);
    await page.context().setOffline(true);
    await page.goto(site.address(locale, 'lessons/sources/'));
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  test('a copy that was broken off is none, says why, and goes on where it stopped', async () => {
    const page = await site.visit(locale, 'offline/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.route('**/engine/quickjs.wasm', (route) => route.fulfill({ body: 'of another build' }));
    await button(page, 'offline.make').click();
    await page.getByText(words('offline.changed')).waitFor({ timeout: 60_000 });
    expect(await workers(page)).toBe(0);
    await page.unroute('**/engine/quickjs.wasm');
    const before = asked.length;
    await keep(page);
    expect(asked.length - before).toBeLessThan(before);
  });

  test('what is still being written when a copy is broken off does not keep the page busy', async () => {
    const page = await site.visit(locale, 'offline/');
    await page.route('**/engine/quickjs.wasm', async (route) => {
      await page.evaluate(slowDisk, 500);
      await page.waitForFunction(() => window.writing === 5);
      await route.fulfill({ body: 'of another build' });
    });
    await button(page, 'offline.make').click();
    await page.getByText(words('offline.changed')).waitFor({ timeout: 60_000 });
    await page.waitForFunction(() => window.writing === 0);
    await button(page, 'offline.make').waitFor();
    expect(await button(page, 'playground.cancel').count()).toBe(0);
  });

  test('a page that is in no copy leads to what is kept', async () => {
    const page = await site.visit(locale, 'offline/');
    await keep(page);
    await page.context().setOffline(true);
    const other = locales.find((one) => one !== locale) ?? locale;
    await page.goto(site.address(other, 'lessons/'));
    await page.waitForURL(site.address(locale, 'offline/'));
    await expect.poll(() => button(page, 'offline.remove').isVisible()).toBe(true);
  });
});
