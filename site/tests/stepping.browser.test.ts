import { describe, expect, test } from 'vitest';
import { useSite } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';
import { playgroundOn, type WorkbenchOnPage } from './support/workbench.ts';

const site = useSite();

describe.each(locales)('stepping by hand (%s)', (locale) => {
  const words = wordsOf(locale);
  /** The second of lesson 02: two threads and a lock. */
  const open = async (): Promise<WorkbenchOnPage> =>
    playgroundOn(await site.visit(locale, 'lessons/02-threads-and-the-race/'), words, 1);
  const untilItBlocks = (thread: string): string =>
    words('playground.untilBlockedOf').replace('{context}', thread);

  test('goes with the keyboard alone: letters move, Shift runs until it blocks, Ctrl+Z takes back at once', async () => {
    const { button, moves, root } = await open();
    const { keyboard } = root.page();
    const step = (name: RegExp) => moves.getByRole('button', { name });
    await button('playground.stepByHand').focus();
    await keyboard.press('Enter');
    await step(/^B lock/).waitFor();
    await keyboard.press('b');
    await moves
      .getByRole('listitem')
      .filter({ hasText: /^A(?=.*B)(?=.*lock)/ })
      .waitFor();

    await keyboard.press('Shift+B');
    await step(/^A lock/).waitFor();
    expect(await step(/^B/).count()).toBe(0);
    await keyboard.press('Shift+A');
    await root.getByText(words('playground.finished')).waitFor();

    await keyboard.press('ControlOrMeta+z');
    await step(/^A lock/).waitFor();
    await keyboard.press('ControlOrMeta+z');
    await step(/^B load/).waitFor();
    await keyboard.press('ControlOrMeta+Shift+z');
    await step(/^A lock/).waitFor();
    expect(await step(/^B/).count()).toBe(0);
  });

  test('a thread runs until it blocks at the press of a button', async () => {
    const { button, moves } = await open();
    const until = (thread: string) => moves.getByRole('button', { name: untilItBlocks(thread), exact: true });
    await button('playground.stepByHand').click();
    await moves.getByRole('button', { name: /^A lock/ }).click();
    await until('B').waitFor({ state: 'detached' });
    await until('A').click();
    await until('B').waitFor();
    expect(await until('A').count()).toBe(0);
  });

  test('a schedule that was copied can be pasted, and gone on with by hand', async () => {
    const { ask, button, moves, root, token } = await open();
    await button('playground.stepByHand').click();
    for (const name of [/^B lock/, /^B load/]) await moves.getByRole('button', { name }).click();
    await moves.getByRole('button', { name: /^B unlock/ }).waitFor();
    await root.getByRole('button', { name: words('playground.copySchedule') }).waitFor();
    const mine = await token.innerText();

    await ask('playground.run');
    await root.getByText(words('replay.title')).click();
    await root.getByRole('textbox', { name: words('replay.label') }).fill(mine);
    await button('replay.replay').click();
    // of the run before one could go on as well
    await expect.poll(() => token.innerText()).toBe(mine);
    await button('playground.goOn').click();
    await moves.getByRole('button', { name: /^B unlock/ }).waitFor();
    expect(await token.innerText()).toBe(mine);
    await button('playground.undo').click();
    await moves.getByRole('button', { name: /^B load/ }).waitFor();
  });

  test('the editor keeps its own keys', async () => {
    const { button, editor, moves, root } = await open();
    await root.scrollIntoViewIfNeeded();
    await editor('register.ts').waitFor();
    await button('playground.stepByHand').click();
    await moves.getByRole('button', { name: /^A lock/ }).click();
    await moves.getByRole('button', { name: /^A store/ }).waitFor();
    await editor('register.ts').focus();
    await root.page().keyboard.press('ControlOrMeta+z');
    await root.page().keyboard.press('Shift+ArrowDown');
    expect(await moves.getByRole('button', { name: /^A store/ }).count()).toBe(1);
    expect(await button('playground.undo').isEnabled()).toBe(true);
  });
});
