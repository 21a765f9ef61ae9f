import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { hydrated, useSite } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';
import { playgroundOn } from './support/workbench.ts';

/** Milliseconds for 3.5 MB of TypeScript to come and to look at a program for the first time, on a busy machine. */
const arrival = { timeout: 60_000 };
const sites = { '/': useSite('/'), '/sub/course/': useSite('/sub/course/') } as const;

describe.each(locales)('types and completion (%s)', (locale) => {
  const words = wordsOf(locale);
  const wrong = { en: /Property 'sit' does not exist/, 'zh-Hans': /上不存在属性“sit”/ }[locale];

  /** The blank playground, and what it has fetched of the language service. */
  async function opened(options: BrowserContextOptions = {}, base: keyof typeof sites = '/') {
    const page = await sites[base].visit(locale, 'playground/', options);
    const fetched: string[] = [];
    page.on('request', (request) => {
      const [, name] = /\/language\/([\w-]+)\.\w+\.\w+$/.exec(new URL(request.url()).pathname) ?? [];
      if (name) fetched.push(name);
    });
    const { root, ...bench } = playgroundOn(page, words);
    const text = bench.editor('counter.ts');
    await text.waitFor();
    return {
      ...bench,
      root,
      page,
      fetched,
      text,
      types: root.getByRole('checkbox', { name: words('types.switch') }),
      noErrors: root.getByText(words('types.right')),
      /** Puts the cursor into a line, behind so many letters; by keyboard, since a pointer that rests on a name has it explained. */
      async goTo(line: number, letters = 0) {
        await text.focus();
        await page.keyboard.press('ControlOrMeta+Home');
        for (let i = 1; i < line; i++) await page.keyboard.press('ArrowDown');
        for (let i = 0; i < letters; i++) await page.keyboard.press('ArrowRight');
      },
      typeWrong: () => page.keyboard.insertText('this.count.sit;\n    '),
      listed: root.getByRole('listitem').filter({ hasText: wrong }),
    };
  }

  async function switchedOn(options?: BrowserContextOptions) {
    const made = await opened(options);
    await made.types.check();
    await made.noErrors.waitFor(arrival);
    return made;
  }

  test.each(Object.keys(sites) as (keyof typeof sites)[])(
    'load nothing until a reader wants them, and are remembered then (under %s)',
    async (base) => {
      const { fetched, noErrors, page, types } = await opened({}, base);
      await page.waitForLoadState('networkidle');
      expect(fetched).toEqual([]);
      await types.check();
      await noErrors.waitFor(arrival);
      const messages = locale === 'en' ? [] : ['messages-zh-Hans'];
      expect(fetched.toSorted()).toEqual(['library', ...messages, 'worker']);
      await page.reload();
      await hydrated(page);
      await noErrors.waitFor(arrival);
      await expect.poll(() => types.isChecked()).toBe(true);
    },
  );

  test('say that they could not be loaded, and come when they are asked for again', async () => {
    const { noErrors, page, root, types } = await opened();
    await page.route('**/language/library.*', (route) => route.fulfill({ body: 'a captive portal' }));
    await types.check();
    await root.getByText(words('types.failed')).waitFor();
    await page.unroute('**/language/library.*');
    await types.uncheck();
    await types.check();
    await noErrors.waitFor(arrival);
    await expect.poll(() => root.getByText(words('types.failed')).count()).toBe(0);
  });

  test('underline a property that is not there, and list it with its line, which is a way there', async () => {
    const { editor, goTo, listed, noErrors, page, root, tab, text, typeWrong } = await switchedOn();
    await goTo(8);
    await typeWrong();
    await listed.waitFor();
    expect(await text.locator('.cm-lintRange-error').innerText()).toBe('sit');
    await tab('scenario.ts').click();
    await editor('scenario.ts').waitFor();
    await root.getByRole('button', { name: 'counter.ts:8' }).click();
    await text.and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Shift+End');
    await page.keyboard.insertText('get();');
    await noErrors.waitFor(arrival);
    await expect.poll(() => text.innerText()).toContain('this.count.get();\n');
  });

  test('leave nothing behind when they are switched off before they have answered', async () => {
    const { goTo, noErrors, page, root, text, typeWrong, types } = await opened();
    await page.evaluate(holdProblems);
    await types.check();
    await noErrors.waitFor(arrival);
    await goTo(8);
    await typeWrong();
    await page.waitForFunction(() => 'letGo' in window, undefined, arrival);
    await types.uncheck();
    await root.getByText(words('types.keys')).waitFor({ state: 'detached' });
    await page.evaluate(async () => {
      (window as Holding).letGo?.();
      for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    });
    expect(await text.locator('.cm-lintRange-error').count()).toBe(0);
  });

  test('keep nothing from running', async () => {
    const { button, goTo, listed, timeline, typeWrong } = await switchedOn();
    await goTo(8);
    await typeWrong();
    await listed.waitFor();
    await button('playground.run').click();
    await timeline.waitFor();
    await expect.poll(() => listed.isVisible()).toBe(true);
  });

  test('see in one file what has changed in another, and forget it on Reset', async () => {
    const { button, goTo, noErrors, page, root, text } = await switchedOn();
    await goTo(6, '  *'.length);
    await page.keyboard.insertText('also');
    await root
      .getByRole('button', { name: /^scenario\.ts:\d+$/ })
      .first()
      .waitFor();
    await button('playground.reset').click();
    await button('playground.resetYes').click();
    await noErrors.waitFor(arrival);
    await expect.poll(() => text.innerText()).not.toContain('also');
  });

  test.each(['light', 'dark'] as const)(
    'complete by keyboard, saying what a name is, and import it (in the %s)',
    async (colorScheme) => {
      const { goTo, page, root, text } = await switchedOn({ colorScheme });
      const list = page.getByRole('listbox', { name: words('types.completions') });
      await goTo(8);
      await page.keyboard.type('this.count.');
      for (const key of ['Alt+i', 'Control+Space']) {
        await list.getByRole('option', { name: 'get' }).waitFor();
        await page.keyboard.press('Escape');
        await list.waitFor({ state: 'detached' });
        await page.keyboard.press(key);
      }
      await list.getByRole('option', { name: 'get' }).waitFor();

      for (let i = 0; i < 'this.count.'.length; i++) await page.keyboard.press('Backspace');
      await page.keyboard.insertText('IOLockAl');
      await list.getByRole('option', { name: /^IOLockAlloc/, selected: true }).waitFor();
      await root.getByRole('listitem').filter({ hasText: 'IOLockAl' }).waitFor();
      await page.locator('.cm-completionInfo').getByText('Makes a mutex that nobody has.').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await expect
        .poll(() => text.innerText())
        .toContain("import { cell, IOLockAlloc, type Op } from 'workloop';");
      await expect.poll(() => text.innerText()).toMatch(/^IOLockAlloc +yield\*/m);
    },
  );

  test.each(['light', 'dark'] as const)(
    'explain a name under the pointer, and with F1 at the cursor (in the %s)',
    async (colorScheme) => {
      const { goTo, listed, page, text, typeWrong } = await switchedOn({ colorScheme });
      const explained = page.locator('.wl-explanation').getByText('Plain memory, as a C++ member is.');
      await goTo(8);
      await typeWrong();
      await listed.waitFor();
      const line = text.locator('.cm-line').nth(3);
      const { width = 0 } = (await line.locator('span').last().boundingBox()) ?? {};
      await line.hover({ position: { x: 12 * (width || 8), y: 10 } });
      await explained.waitFor();
      await page.keyboard.press('Escape');
      await explained.waitFor({ state: 'detached' });
      await page.mouse.move(0, 0);

      await goTo(1, 'import { ce'.length);
      await page.keyboard.press('F1');
      await explained.waitFor();
      await page.keyboard.press('F1');
      await page.locator('.wl-explanation:focus').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await explained.waitFor({ state: 'detached' });
      await page.keyboard.type('e');
      await expect.poll(() => text.innerText()).toContain('import { ceell');
    },
  );
});

type Holding = Window & { letGo?: () => void };

/** In the page: what workers that start from now on say against a program is kept back, until it is let go. */
function holdProblems(): void {
  const { addEventListener } = Worker.prototype;
  Worker.prototype.addEventListener = function (
    this: Worker,
    type: string,
    listener: EventListenerOrEventListenerObject,
  ) {
    const tell = (event: Event): void => (listener as EventListener)(event);
    addEventListener.call(this, type, (event) => {
      const { answer } = ((event as MessageEvent).data ?? {}) as { answer?: unknown };
      if (Array.isArray(answer) && answer.length > 0) (window as Holding).letGo = () => tell(event);
      else tell(event);
    });
  };
}
