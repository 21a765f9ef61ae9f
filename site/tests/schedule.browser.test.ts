import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { downloadSubmission } from './support/download-submission.ts';
import { said } from './support/said.ts';
import { hydrated, useSite } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';
import { exerciseOn, type WorkbenchOnPage } from './support/workbench.ts';
import { workloop } from './support/workloop.ts';

const folder = mkdtempSync(join(tmpdir(), 'schedule-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const site = useSite();

/** Who moves, step by step, until the page is counted once; and until both wait. */
const lostPage = 'AAAAABBBBBBA';
const deadlock = 'AB';

describe.each(locales)('an exercise that asks for schedules (%s)', (locale) => {
  const words = wordsOf(locale);
  const of = (points: number, all: number): string =>
    words('exercise.scenarioPoints').replace('{points}', String(points)).replace('{of}', String(all));

  async function open(): Promise<{ page: Page; exercise: WorkbenchOnPage }> {
    const page = await site.visit(locale, 'lessons/00-how-this-course-works/');
    const exercise = exerciseOn(page, words);
    await exercise.root.scrollIntoViewIfNeeded();
    return { page, exercise };
  }

  /** Begins anew, moves these, and hands in. */
  async function handIn({ ask, moves }: WorkbenchOnPage, contexts: string): Promise<void> {
    await ask('playground.stepByHand');
    await moves.getByRole('button').first().waitFor();
    for (const context of contexts) {
      const before = await moves.innerText();
      await moves.getByRole('button', { name: new RegExp(`^${context}`) }).click();
      await expect.poll(() => moves.innerText()).not.toBe(before);
    }
    await expect.poll(() => moves.getByRole('button').count()).toBe(0);
    await ask('schedule.handIn');
  }

  test('both failures are found by hand, and what is downloaded gets all points on the command line', async () => {
    const { page, exercise } = await open();
    const { root, button } = exercise;
    expect(await button('playground.checkAll').count()).toBe(0);
    await handIn(exercise, deadlock);
    await root.getByText(of(3, 3)).waitFor();
    expect(await root.getByText(of(0, 2)).count()).toBe(1);

    await handIn(exercise, 'AAAAAABBBBBB');
    await root.getByText(said('schedule.ends-well', {}, locale)).waitFor();
    expect(await root.getByText(of(3, 3)).count()).toBe(1);

    await page.reload();
    await hydrated(page);
    await root.getByText(of(3, 3)).waitFor();
    await handIn(exercise, lostPage);
    await root.getByText(of(2, 2)).waitFor();
    await page.getByText(words('exercise.why')).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    const submission = await downloadSubmission(page, exercise, mkdtempSync(join(folder, locale)));
    const checked = workloop(locale, 'check', '00a', submission);
    expect(checked.said).toContain('5/5');
    expect(checked.status).toBe(0);
  });

  test('only once it is solved the page searches by itself', async () => {
    const { page, exercise } = await open();
    await handIn(exercise, deadlock);
    await handIn(exercise, lostPage);
    await page.getByText(words('exercise.why')).waitFor();
    await exercise.ask('playground.checkAll');
    await exercise.timeline.waitFor();
    expect(await exercise.token.innerText()).toBe('wl2:office:station.scanner,station.modem:A-0lk;B-1lk');
  });
});
