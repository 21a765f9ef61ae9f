import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { exerciseNamed } from './support/exercises.ts';
import { useSite } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';
import { exerciseOn } from './support/workbench.ts';

const site = useSite();
const { file, lesson, points, solution } = exerciseNamed('14a');

/** Presses Tab until something with this name has the focus. */
async function tabTo(page: Page, role: string, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const { activeElement: on } = document;
      return {
        role: on?.getAttribute('role') ?? on?.localName,
        name: on?.getAttribute('aria-label') ?? on?.textContent,
      };
    });
    if (focused.role === role && focused.name === name) return;
  }
  throw new Error(`Tab does not come to the ${role} ${name}`);
}

describe.each(locales)('with the keyboard alone (%s)', (locale) => {
  const words = wordsOf(locale);

  test('an exercise can be checked, its counterexample walked, its code replaced, and all points had', async () => {
    const page = await site.visit(locale, `${lesson}#exercise`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const exercise = exerciseOn(page, words);
    await exercise.editor(file).waitFor();
    const editor = exercise.root.getByRole('group', { name: file, exact: true });

    await tabTo(page, 'group', file);
    await tabTo(page, 'button', words('exercise.check'));
    await page.keyboard.press('Enter');
    await exercise.timeline.waitFor();
    await tabTo(page, 'slider', words('timeline.label'));
    const failing = await exercise.timeline.getAttribute('aria-valuenow');
    await page.keyboard.press('ArrowUp');
    const current = () => exercise.timeline.getAttribute('aria-valuenow');
    await expect.poll(current).toBe(String(Number(failing) - 1));

    await editor.focus();
    await page.evaluate((text) => navigator.clipboard.writeText(text), solution);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+v');
    await expect.poll(() => exercise.editor(file).innerText()).toContain('resetting');
    await page.keyboard.press('Escape');
    await tabTo(page, 'button', words('exercise.check'));
    await page.keyboard.press('Enter');
    const all = words('exercise.points').replaceAll(/\{\w+\}/g, String(points));
    await exercise.root.getByText(all).waitFor();
  });

  test('Tab indents while editing', async () => {
    const page = await site.visit(locale, 'playground/');
    const editor = page.getByRole('textbox', { name: 'counter.ts', exact: true });
    await editor.click();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('Tab');
    await expect.poll(() => editor.innerText()).toMatch(/^\s+import/);
  });
});
