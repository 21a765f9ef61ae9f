import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { downloadSubmission } from './support/download-submission.ts';
import { exerciseNamed, exercises, type KnownExercise } from './support/exercises.ts';
import { said } from './support/said.ts';
import { hydrated, useSite } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';
import { exerciseOn, type WorkbenchOnPage } from './support/workbench.ts';
import { workloop } from './support/workloop.ts';

const folder = mkdtempSync(join(tmpdir(), 'exercise-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['/', '/sub/course/'] as const)('under %s', (base) => {
  const site = useSite(base);

  describe.each(locales)('an exercise (%s)', (locale) => {
    const words = wordsOf(locale);
    const points = (got: number, of: number): string =>
      words('exercise.points').replace('{points}', String(got)).replace('{of}', String(of));

    async function open({ lesson }: KnownExercise): Promise<{ page: Page; exercise: WorkbenchOnPage }> {
      const page = await site.visit(locale, lesson);
      const exercise = exerciseOn(page, words);
      await exercise.root.scrollIntoViewIfNeeded();
      return { page, exercise };
    }

    test.each(exercises)('$id: from the starter and its counterexample to all points', async (known) => {
      const { page, exercise } = await open(known);
      await exercise.editor(known.file).waitFor();
      await exercise.ask('exercise.check');
      await exercise.root.getByText(points(0, known.points)).waitFor();
      await exercise.timeline.waitFor();
      const at = await exercise.timeline.getAttribute('aria-valuenow');
      expect(Number(at)).toBeGreaterThan(0);

      await exercise.write(known.file, known.solution);
      await exercise.ask('exercise.check');
      await exercise.root.getByText(points(known.points, known.points)).waitFor();
      await page.getByText(words('exercise.why')).waitFor();
      await expect.poll(() => exercise.timeline.count()).toBe(0);
    });

    if (base !== '/') return;

    test.each(exercises)('$id: what is downloaded replays the counterexample’s token', async (known) => {
      const { page, exercise } = await open(known);
      await exercise.ask('exercise.check');
      const token = await exercise.token.innerText();
      const submission = await downloadSubmission(page, exercise, mkdtempSync(join(folder, known.id)));
      const replayed = workloop(locale, 'replay', known.id, submission, token);
      const diverged = said('cli.diverged', { step: '…' }, locale).split('…', 1).join();
      expect(replayed.status).toBe(1);
      expect(replayed.said).not.toContain(diverged);
      // Every row of the page's run is one of the command line's.
      const last = await exercise.timeline.getAttribute('aria-valuetext');
      const place = /\w+\.ts:\d+/.exec(last ?? '')?.[0] ?? 'no place';
      expect(replayed.said).toContain(place);

      writeFileSync(join(submission, known.file), known.solution);
      expect(workloop(locale, 'replay', known.id, submission, token).said).toContain(diverged);
    });

    test('a scenario that passes can be looked into: how it can end, each with a run, and its state graph', async () => {
      const known = exerciseNamed('02a');
      const { page, exercise } = await open(known);
      const { button, root, timeline, token } = exercise;
      await exercise.write(known.file, known.solution);
      await exercise.ask('exercise.check');
      await button('exercise.showWays').first().click();
      await button('outcomes.show').first().click();
      await timeline.press('End');
      await expect.poll(() => root.locator('[data-mark]').count()).toBeGreaterThan(0);
      const whole = await token.innerText();
      await button('graph.show').click();
      const states = root.getByRole('group', { name: words('graph.label'), exact: true }).getByRole('button');
      await states.nth(1).click();
      await expect.poll(() => token.innerText()).not.toBe(whole);
      expect(await axeFindings(page)).toEqual([]);

      // What is shown stays that of the code which was checked.
      await exercise.write(known.file, known.starter);
      await root.getByText(words('exercise.stale')).waitFor();
      await button('outcomes.show').first().click();
      await expect.poll(() => token.innerText()).toBe(whole);

      await button('exercise.hideWays').click();
      await timeline.waitFor({ state: 'detached' });
      expect(await button('graph.show').count()).toBe(0);
    });

    test('keeps the text and the points when the page is loaded again, until it is reset', async () => {
      const known = exerciseNamed('02a');
      const { page, exercise } = await open(known);
      await exercise.write(known.file, known.solution);
      await exercise.ask('exercise.check');
      await page.getByText(words('exercise.why')).waitFor();
      await page.reload();
      await hydrated(page);
      await page.getByText(words('exercise.why')).waitFor();
      await expect.poll(() => exercise.editor(known.file).innerText()).toContain('IOLockLock');

      await exercise.button('playground.reset').click();
      await exercise.button('playground.resetYes').click();
      await expect.poll(() => exercise.editor(known.file).innerText()).not.toContain('IOLockLock');
      await page.reload();
      await hydrated(page);
      await exercise.editor(known.file).waitFor();
      expect(await exercise.editor(known.file).innerText()).not.toContain('IOLockLock');
    });
  });
});
