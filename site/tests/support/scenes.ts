import type { Locator, Page } from 'playwright-core';
import { exerciseNamed } from './exercises.ts';
import type { Words } from './words.ts';
import { exerciseOn, playgroundOn } from './workbench.ts';

/** Something that a reader sees. */
export interface Scene {
  readonly path: string;
  /** Brings the page into the state that is to be seen, and says of what the picture is; what is on the screen if of nothing. */
  readonly act?: (page: Page, words: Words) => Promise<Locator | undefined>;
}

const known = exerciseNamed('14a');
const first = 'lessons/00-how-this-course-works/';

/** Every kind of page, and what runs on them in each of its states. */
export const scenes: Readonly<Record<string, Scene>> = {
  home: { path: '' },
  map: { path: 'lessons/' },
  lesson: { path: 'lessons/02-threads-and-the-race/' },
  answer: { path: 'lessons/answers/which-runaction/' },
  glossary: { path: 'lessons/reference/glossary/' },
  sources: { path: 'lessons/sources/' },
  offline: { path: 'offline/' },
  progress: { path: 'progress/' },
  translation: { path: 'translation/' },
  'not-found': { path: 'lessons/nobody-here/' },
  search: {
    path: 'search/?q=command%20gate',
    async act(page) {
      await page.locator('main a').first().waitFor();
      return undefined;
    },
  },
  'exercise-solved': { path: known.lesson, act: (page, words) => handIn(page, words, known.solution) },
  'exercise-failed': { path: known.lesson, act: (page, words) => handIn(page, words) },
  schedule: {
    path: first,
    async act(page, words) {
      const { root, ask, button, moves } = exerciseOn(page, words);
      await button('playground.stepByHand').hover();
      await ask('playground.stepByHand');
      await moves.getByRole('button', { name: /^A/ }).first().click();
      await button('playground.undo').and(page.locator(':enabled')).waitFor();
      return page.locator('section').filter({ has: root });
    },
  },
  explore: {
    path: 'lessons/02-threads-and-the-race/',
    async act(page, words) {
      const { root, ask, button } = playgroundOn(page, words, 1);
      await button('playground.checkAll').hover();
      await ask('playground.checkAll');
      await button('graph.show').click();
      await root.locator('figure svg').first().waitFor();
      return root;
    },
  },
  question: {
    path: first,
    async act(page) {
      const root = page.locator('[role="group"][data-kind]').first();
      await root.getByRole('button', { name: /^A / }).click();
      return root;
    },
  },
  'code-tabs': {
    path: 'lessons/05-deadlock/',
    act: async (page) => page.getByRole('tab', { name: 'C++' }).first().locator('xpath=../..'),
  },
  types: {
    path: 'playground/',
    async act(page, words) {
      const { root, editor } = playgroundOn(page, words);
      await editor('counter.ts').waitFor();
      await root.getByRole('checkbox', { name: words('types.switch') }).check();
      await root.getByText(words('types.right')).waitFor({ timeout: 60_000 });
      await editor('counter.ts').locator('.cm-line').nth(7).click();
      await page.keyboard.press('End');
      await page.keyboard.type('\nthis.count.', { delay: 20 });
      await page.getByRole('option').first().waitFor();
      return undefined;
    },
  },
};

/** Checks what is given, or what the exercise begins with. */
async function handIn(page: Page, words: Words, text?: string): Promise<Locator> {
  const { root, ask, button, write } = exerciseOn(page, words);
  await button('exercise.check').hover();
  if (text) await write(known.file, text);
  await ask('exercise.check');
  return page.locator('section').filter({ has: root });
}
