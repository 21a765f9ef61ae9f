import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { exerciseNamed } from './support/exercises.ts';
import { useSite } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';
import { exerciseOn } from './support/workbench.ts';

const site = useSite();
const { file, lesson, points } = exerciseNamed('02a');

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    if (await hasFocus(wanted)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${String(wanted)}`);
}

const hasFocus = async (wanted: Locator): Promise<boolean> =>
  (await wanted.count()) === 1 && (await wanted.evaluate((element) => element === document.activeElement));

/** Which of the lines do not come in a snapshot, in this order. */
function missing(snapshot: string, lines: readonly string[]): string[] {
  let from = 0;
  return lines.filter((line) => {
    const at = snapshot.indexOf(`- ${line}`, from);
    if (at >= 0) from = at + 1;
    return at < 0;
  });
}

describe.each(locales)('an exercise without a mouse or a screen (%s)', (locale) => {
  const words = wordsOf(locale);
  const hint = (n: number) => words('exercise.hint').replace('{n}', String(n)).replace('{of}', '3');

  test('Tab, Enter and Escape lead from the top of the page through all of it', async () => {
    const page = await site.visit(locale, lesson);
    const exercise = exerciseOn(page, words);
    const editor = exercise.root.getByRole('group', { name: file, exact: true });
    const frame = page.getByRole('region').filter({ has: exercise.root });

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator('main :focus').count()).toBe(1);

    // A reader who tabs this fast passes the editor before it has come.
    await exercise.root.scrollIntoViewIfNeeded();
    await exercise.editor(file).waitFor();
    await tabTo(page, editor);
    await page.keyboard.press('Enter');
    await page.keyboard.type('/');
    await expect.poll(() => exercise.editor(file).innerText()).toMatch(/^\//m);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect.poll(() => editor.locator(':focus').count()).toBe(0);

    await tabTo(page, exercise.button('exercise.check'));
    await page.keyboard.press('Enter');
    await exercise.timeline.waitFor();
    await expect.poll(() => hasFocus(exercise.button('exercise.check'))).toBe(true);

    await tabTo(page, exercise.timeline);
    const said = await exercise.timeline.getAttribute('aria-valuetext');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => exercise.timeline.getAttribute('aria-valuetext')).not.toBe(said);

    await tabTo(page, frame.getByRole('button', { name: hint(1) }));
    await page.keyboard.press('Enter');
    await expect.poll(() => frame.locator('li:focus').innerText()).not.toBe('');
    await page.keyboard.press('Tab');
    await expect.poll(() => hasFocus(frame.getByRole('button', { name: hint(2) }))).toBe(true);

    const answer = frame.getByRole('button', { name: words('exercise.answer'), exact: true });
    await tabTo(page, answer);
    await page.keyboard.press('Enter');
    await frame.getByRole('button', { name: words('exercise.answerNo') }).waitFor();
    await tabTo(page, frame.getByRole('button', { name: words('exercise.answerNo') }));
    await page.keyboard.press('Enter');
    await expect.poll(() => hasFocus(answer)).toBe(true);
    await page.keyboard.press('Enter');
    await frame.getByRole('button', { name: words('exercise.answerYes') }).waitFor();
    await tabTo(page, frame.getByRole('button', { name: words('exercise.answerYes') }));
    await page.keyboard.press('Enter');
    await expect.poll(() => frame.locator(':focus').innerText()).toContain(words('exercise.answerTitle'));
  });

  test('a screen reader hears what everything is, and the verdict as it comes', async () => {
    const page = await site.visit(locale, `${lesson}#exercise`);
    const exercise = exerciseOn(page, words);
    const frame = page.getByRole('region').filter({ has: exercise.root });
    await exercise.editor(file).waitFor();
    const title = await frame.getByRole('heading').first().innerText();
    expect(
      missing(await frame.ariaSnapshot(), [
        `region "${title}"`,
        `heading "${title}" [level=3]`,
        `group "${words('exercise.label')}"`,
        `tablist "${words('editor.files')}"`,
        `tab "${file}" [selected]`,
        `tab "scenarios/two-threads.ts ${words('editor.readOnly')}"`,
        `tabpanel "${file}"`,
        `textbox "${file}"`,
        `button "${words('exercise.check')}"`,
        `button "${words('exercise.download')}"`,
        `button "${words('share.copy')}"`,
        `button "${hint(1)}"`,
        `button "${words('exercise.answer')}"`,
      ]),
    ).toEqual([]);

    const live = await exercise.root.locator('[aria-live=polite]').filter({ hasText: /^$/ }).elementHandles();
    await exercise.ask('exercise.check');
    await exercise.timeline.waitFor();
    const heard = await Promise.all(live.map((region) => region.innerText()));
    const none = words('exercise.points').replace('{points}', '0').replace('{of}', String(points));
    const verdicts = await exercise.root.locator('[data-verdict=fails]').allInnerTexts();
    expect(verdicts).toHaveLength(2);
    for (const sentence of [none, ...verdicts]) expect(heard.join('\n')).toContain(sentence);
    const around = await exercise.timeline.evaluate((element) => element.closest('[aria-live]')?.ariaLive);
    expect(around, 'a timeline is walked, and not read out').toBe('off');

    expect(
      missing(await exercise.root.ariaSnapshot(), [
        `paragraph: ${none}`,
        'list:',
        'listitem:',
        `button "${words('exercise.hideRun')}" [expanded]`,
        'figure:',
        `group "${words('timeline.view')}"`,
        `radio "${words('timeline.view.drawing')}" [checked]`,
        `slider "${words('timeline.label')}"`,
        'listitem:',
        `button "${words('exercise.showRun')}"`,
      ]),
    ).toEqual([]);
  });
});
