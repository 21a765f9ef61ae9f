import { describe, expect, test } from 'vitest';
import { locked, vast } from './support/programs.ts';
import { said } from './support/said.ts';
import { hydrated, useSite } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';
import { playgroundOn, type WorkbenchOnPage } from './support/workbench.ts';

const site = useSite();

describe.each(locales)('a playground (%s)', (locale) => {
  const words = wordsOf(locale);
  const openBlank = async (): Promise<WorkbenchOnPage> =>
    playgroundOn(await site.visit(locale, 'playground/'), words);
  /** The second of lesson 02: two threads and a lock. */
  const openLocked = async (): Promise<WorkbenchOnPage> =>
    playgroundOn(await site.visit(locale, 'lessons/02-threads-and-the-race/'), words, 1);
  const verdict = (states: number): string => said('verdict.holds', { states }, locale);

  test('runs one schedule, which can be walked with the arrow keys, read as text and as a table', async () => {
    const { button, choice, root, timeline } = await openBlank();
    await button('playground.run').click();
    await timeline.press('Home');
    const first = await timeline.getAttribute('aria-valuetext');
    await timeline.press('ArrowDown');
    await expect.poll(() => timeline.getAttribute('aria-valuetext')).not.toBe(first);
    expect(await timeline.getAttribute('aria-valuenow')).toBe('2');

    await choice('timeline.view.table').check();
    const header = root.getByRole('columnheader', { name: words('timeline.table.who'), exact: true });
    await header.waitFor();
    await expect.poll(() => root.getByRole('rowheader').count()).toBeGreaterThanOrEqual(2);
    await choice('timeline.view.text').check();
    await root.getByText('counter.ts:7').first().waitFor();
  });

  test('shows the seed of the schedule, and the next run as the reader wanted the last one', async () => {
    const { ask, choice, root } = await openLocked();
    const seed = (n: number) => root.getByText(words('playground.seed').replace('{seed}', String(n)));
    await ask('playground.run');
    await seed(1).waitFor();
    await choice('timeline.view.table').check();
    await ask('playground.shuffle');
    await seed(2).waitFor();
    await expect.poll(() => choice('timeline.view.table').isChecked()).toBe(true);
  });

  test('shuffles to another schedule', async () => {
    const { ask, token } = await openLocked();
    await ask('playground.run');
    const first = await token.innerText();
    const others = new Set<string>();
    for (let i = 0; i < 8; i++) {
      await ask('playground.shuffle');
      others.add(await token.innerText());
    }
    expect([...others].filter((other) => other !== first)).not.toEqual([]);
  });

  test('by hand: the reader chooses who moves, sees why the others cannot, and takes it back', async () => {
    const { button, moves } = await openLocked();
    await button('playground.stepByHand').click();
    const step = (name: RegExp) => moves.getByRole('button', { name });
    await step(/^A lock/).click();
    const waiting = moves.getByRole('listitem').filter({ hasText: /^B(?=.*A)(?=.*lock)/ });
    await waiting.waitFor();
    expect(await step(/^B/).count()).toBe(0);

    await button('playground.undo').click();
    await step(/^B lock/).waitFor();
    await waiting.waitFor({ state: 'hidden' });
    await button('playground.redo').click();
    await step(/^A store/).waitFor();
  });

  test('by hand: the run can be walked to its end', async () => {
    const { button, moves, root } = await openLocked();
    await button('playground.stepByHand').click();
    for (const name of ['B lock', 'B load', 'B unlock', 'A lock', 'A store', 'A unlock'])
      await moves.getByRole('button', { name }).click();
    await root.getByText(words('playground.finished')).waitFor();
    expect(await moves.getByRole('button').count()).toBe(0);
  });

  test('by hand: every thread’s line is marked in the code', async () => {
    const { button, editor, moves, root } = await openLocked();
    await root.scrollIntoViewIfNeeded();
    await editor('register.ts').waitFor();
    await button('playground.stepByHand').click();
    await moves.getByRole('button', { name: /^A/ }).click();
    const marked = editor('register.ts').locator('.cm-line', { hasText: 'yield* IOLockLock' }).first();
    await expect.poll(() => marked.getAttribute('data-letters')).toBe('A');
  });

  test('checks all schedules, and shows the failing one at its failing step', async () => {
    const { button, root, timeline } = await openLocked();
    await button('playground.checkAll').click();
    const title = { en: 'B has read 0x11', 'zh-Hans': 'B 读到 0x11' }[locale];
    const summary = said('failure.property.end', { title }, locale);
    await root.getByText(said('verdict.fails.free', { summary }, locale)).waitFor();
    const last = await timeline.getAttribute('aria-valuemax');
    await expect.poll(() => timeline.getAttribute('aria-valuenow')).toBe(last);
    await root.getByText(words('timeline.stepNumber').replace('{n}', '6')).waitFor();
  });

  test('replays a run from its token', async () => {
    const { ask, button, root, timeline, token } = await openLocked();
    await ask('playground.checkAll');
    const failing = await token.innerText();
    await ask('playground.run');
    await root.getByText(words('replay.title')).click();
    await root.getByRole('textbox', { name: words('replay.label') }).fill(failing);
    await button('replay.replay').click();
    await expect.poll(() => token.innerText()).toBe(failing);
    const last = await timeline.getAttribute('aria-valuemax');
    await expect.poll(() => timeline.getAttribute('aria-valuenow')).toBe(last);
  });

  test('says of a repaired program that it holds, and in how many states', async () => {
    const { ask, button, editor, root, write } = await openBlank();
    await editor('counter.ts').waitFor();
    await button('playground.checkAll').click();
    await root.getByText(/data race|数据竞争/).waitFor();
    await write('counter.ts', locked);
    await ask('playground.checkAll');
    await expect.poll(() => root.innerText()).toContain(verdict(4));
  });

  test('tells how far a long search is, and can be told to give it up', async () => {
    const { button, root, timeline, write } = await openBlank();
    await write('counter.ts', vast.driver);
    await write('scenario.ts', vast.scenario);
    await button('playground.checkAll').click();
    const [before] = words('playground.checking').split('{states}');
    await root.getByText(before).waitFor();
    await button('playground.cancel').click();
    await button('playground.checkAll').waitFor();
    await expect.poll(() => root.getByText(before).count()).toBe(0);
    await button('playground.run').click();
    await timeline.waitFor();
  });

  test('resets only after asking', async () => {
    const { button, editor, write } = await openBlank();
    const text = editor('counter.ts');
    await text.waitFor();
    const starter = await text.innerText();
    expect(await button('playground.reset').count()).toBe(0);
    await write('counter.ts', locked);
    await button('playground.reset').click();
    await button('playground.resetNo').click();
    await button('playground.resetNo').waitFor({ state: 'detached' });
    expect(await text.innerText()).toContain('IOLockLock');
    await button('playground.reset').click();
    await button('playground.resetYes').click();
    await expect.poll(() => text.innerText()).toBe(starter);
    await expect.poll(() => button('playground.reset').count()).toBe(0);
  });

  test('keeps what was written when the page is loaded again', async () => {
    const page = await site.visit(locale, 'playground/');
    const { editor, write } = playgroundOn(page, words);
    await write('counter.ts', locked);
    await page.reload();
    await hydrated(page);
    await expect.poll(() => editor('counter.ts').innerText()).toContain('IOLockLock');
  });

  test('keeps what was written when the colors change', async () => {
    const page = await site.visit(locale, 'playground/', { colorScheme: 'light' });
    const { editor, write } = playgroundOn(page, words);
    await write('counter.ts', locked);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-theme="dark"]').waitFor();
    await expect.poll(() => editor('counter.ts').innerText()).toContain('IOLockLock');
  });
});
