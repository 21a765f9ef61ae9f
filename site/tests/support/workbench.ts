import type { Locator, Page } from 'playwright-core';
import { replaceText } from './replace-text.ts';
import type { Words } from './words.ts';

/** A playground or an exercise as a reader finds it: by the words on it. */
export interface WorkbenchOnPage {
  readonly root: Locator;
  /** @param id of the words on it */
  button(id: string): Locator;
  /** Presses a button and waits for the answer. */
  ask(id: string): Promise<void>;
  /** One of the ways to show a timeline. */
  choice(id: string): Locator;
  tab(file: string): Locator;
  /** The code of the file that is shown, once it can be edited. */
  editor(file: string): Locator;
  /** The timeline that is walked with the arrow keys. */
  readonly timeline: Locator;
  /** By hand: what can be done next, and who cannot move. */
  readonly moves: Locator;
  /** The replay token of the run that is shown. */
  readonly token: Locator;
  /** Puts another text in place of a file's. */
  write(file: string, text: string): Promise<void>;
}

/** @param nth which of the page's playgrounds, from 0 */
export function playgroundOn(page: Page, words: Words, nth = 0): WorkbenchOnPage {
  return workbench(page.getByRole('group', { name: words('playground.label'), exact: true }).nth(nth), words);
}

/** A lesson has one exercise. */
export function exerciseOn(page: Page, words: Words): WorkbenchOnPage {
  return workbench(page.getByRole('group', { name: words('exercise.label'), exact: true }), words);
}

/** In the page: whether what stands in this frame is React's, and not what the build has drawn there. */
const hasCome = (frame: Element | null): boolean =>
  Object.keys(frame?.firstElementChild ?? {}).some((key) => key.startsWith('__react'));

function workbench(root: Locator, words: Words): WorkbenchOnPage {
  const button = (id: string): Locator => root.getByRole('button', { name: words(id), exact: true });
  const tab = (file: string): Locator => root.getByRole('tab', { name: file });
  const editor = (file: string): Locator => root.getByRole('textbox', { name: file, exact: true });
  const [checking = ''] = words('playground.checking').split('{states}');
  return {
    root,
    button,
    tab,
    editor,
    async ask(id) {
      // A click on what the build has drawn counts as well, but only later; `near` tests that.
      await button(id).hover();
      const frame = root.locator('xpath=ancestor::*[@data-near]');
      await root.page().waitForFunction(hasCome, await frame.elementHandle());
      await button(id).click();
      // Said at once, and seen only once it takes a while.
      await root.getByText(words('playground.starting')).waitFor({ state: 'detached' });
      await root.getByText(checking).waitFor({ state: 'detached' });
    },
    choice: (id) => root.getByRole('radio', { name: words(id), exact: true }),
    timeline: root.getByRole('slider', { name: words('timeline.label') }),
    moves: root.getByRole('group', { name: words('playground.moves'), exact: true }),
    token: root.getByText(words('token.label')).getByRole('code'),
    async write(file, text) {
      await tab(file).click();
      await replaceText(editor(file), text);
    },
  };
}
