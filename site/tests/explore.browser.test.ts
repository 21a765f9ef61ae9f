import { describe, expect, test } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { locked } from './support/programs.ts';
import { said } from './support/said.ts';
import { useSite } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';
import { playgroundOn, type WorkbenchOnPage } from './support/workbench.ts';

describe.each(['/', '/sub/course/'] as const)('under %s', (base) => {
  const site = useSite(base);

  describe.each(locales)('what exploring found (%s)', (locale) => {
    const words = wordsOf(locale);
    const filled = (id: string, values: Record<string, number | string>): string =>
      words(id).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
    /** One of a lesson's playgrounds, checked. */
    async function checked(lesson: string, nth: number, width = 1280): Promise<WorkbenchOnPage> {
      const viewport = { width, height: 800 };
      const page = await site.visit(locale, `lessons/${lesson}/`, { viewport });
      const bench = playgroundOn(page, words, nth);
      await bench.ask('playground.checkAll');
      return bench;
    }
    const graphOf = ({ root }: WorkbenchOnPage) =>
      root.getByRole('group', { name: words('graph.label'), exact: true });

    test('a program that holds can be looked at, too: each way to end has a run', async () => {
      const { button, root, timeline } = await checked('04-recursive-locks', 2);
      await root.getByText(said('verdict.holds', { states: 25 }, locale)).waitFor();
      await root.getByText(filled('outcomes.all', { count: 2 })).waitFor();
      expect(await timeline.count()).toBe(0);
      const refused = root.getByRole('listitem').filter({ hasText: 'B → -1' });
      await refused.getByRole('button', { name: words('outcomes.show') }).click();
      await timeline.press('End');
      await expect.poll(() => timeline.count()).toBe(1);
      await refused.getByRole('button', { name: words('exercise.hideRun') }).click();
      await timeline.waitFor({ state: 'detached' });
      await button('graph.show').waitFor();
    });

    test('a small state graph is a picture that the keyboard walks, and a list', async () => {
      const bench = await checked('02-threads-and-the-race', 2);
      const { button, root, timeline, token } = bench;
      await button('graph.show').click();
      const graph = graphOf(bench);
      const states = graph.getByRole('button');
      await states.first().focus();
      const { keyboard } = root.page();
      await keyboard.press('a');
      await keyboard.press('b');
      await keyboard.press('ArrowUp');
      await keyboard.press('Enter');
      await expect.poll(() => token.innerText()).toMatch(/:A-0ld$/);
      await expect.poll(() => graph.getByRole('button', { pressed: true }).count()).toBe(1);
      await graph.getByRole('button', { name: words('graph.failing') }).click();
      await expect.poll(() => token.innerText()).not.toMatch(/:A-0ld$/);
      await expect.poll(() => timeline.count()).toBe(1);

      await root.getByText(words('graph.list')).click();
      const all = await states.count();
      await expect.poll(() => root.locator('figcaption li').count()).toBe(all);
      for (const colorScheme of ['light', 'dark'] as const) {
        await root.page().emulateMedia({ colorScheme });
        await root.page().locator(`html[data-theme="${colorScheme}"]`).waitFor();
        expect(await axeFindings(root.page())).toEqual([]);
      }
    });

    test('from a state in the graph the reader can go on by hand', async () => {
      const bench = await checked('02-threads-and-the-race', 2);
      const { button, moves } = bench;
      await button('graph.show').click();
      const states = graphOf(bench).getByRole('button');
      await states.first().focus();
      for (const key of ['b', 'Enter']) await bench.root.page().keyboard.press(key);
      await button('playground.goOn').click();
      await moves.getByRole('button', { name: /^B store/ }).click();
      await moves.getByRole('button', { name: /^B store/ }).waitFor({ state: 'detached' });
      await button('playground.undo').click();
      await moves.getByRole('button', { name: /^B store/ }).waitFor();
      expect(await moves.getByRole('button', { name: /^A load/ }).count()).toBe(1);
    });

    test('a larger one says how many states it has', async () => {
      const { button, root } = await checked('03-iolock', 3);
      await root.getByText(filled('graph.tooLarge', { states: 346 })).waitFor();
      expect(await button('graph.show').count()).toBe(0);
    });

    test('is forgotten when the program is changed', async () => {
      const page = await site.visit(locale, 'playground/');
      const { ask, button, editor, root, write } = playgroundOn(page, words);
      await editor('counter.ts').waitFor();
      await ask('playground.checkAll');
      await button('graph.show').waitFor();
      await write('counter.ts', locked);
      await expect.poll(() => button('graph.show').count()).toBe(0);
      await ask('playground.checkAll');
      await button('outcomes.show').click();
      await root.getByText('count = 2').waitFor();
    });

    test('fits a screen of 320 px', async () => {
      const bench = await checked('05-deadlock', 2, 320);
      await bench.button('graph.show').click();
      await graphOf(bench).getByRole('button').first().waitFor();
      const sideways = await bench.root
        .page()
        .evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(sideways).toBeLessThanOrEqual(0);
    });
  });
});
