import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { exerciseFolders, readExercise } from '../plugins/exercises.ts';
import { axeFindings } from './support/axe.ts';
import { exerciseNamed } from './support/exercises.ts';
import { hydrated, useSite } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';
import { exerciseOn, type WorkbenchOnPage } from './support/workbench.ts';

const site = useSite();
const known = exerciseNamed('02a');
const root = fileURLToPath(new URL('../..', import.meta.url));
const lessons = readdirSync(`${root}lessons`).filter((file) => /^\d.*\.mdx$/.test(file));
const asked = lessons.flatMap((file) =>
  [...readFileSync(`${root}lessons/${file}`, 'utf8').matchAll(/^<Exercise id="(\w+)"/gm)].map(([, id]) => id),
);

describe.each(locales)('progress (%s)', (locale) => {
  const words = wordsOf(locale);
  const filled = (id: string, values: Readonly<Record<string, number | string>>): string =>
    words(id).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
  const inMap = (page: Page, id: string): Locator =>
    page.getByRole('listitem').filter({ hasText: id }).last();
  const solved = filled('course.solved', { points: known.points });

  /** A visitor who has solved the exercise, and the exercise. */
  async function solving(): Promise<{ page: Page; exercise: WorkbenchOnPage }> {
    const page = await site.visit(locale, known.lesson);
    const exercise = exerciseOn(page, words);
    await exercise.root.scrollIntoViewIfNeeded();
    await exercise.write(known.file, `${known.solution}// mine\n`);
    await exercise.ask('exercise.check');
    await page.getByText(words('exercise.why')).waitFor();
    return { page, exercise };
  }

  async function savedFile(page: Page): Promise<string> {
    await page.goto(site.address(locale, 'progress/'));
    await hydrated(page);
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: words('progress.save') }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^work-loop-progress-[\d-]+\.json$/);
    return readFileSync(await download.path(), 'utf8');
  }

  async function load(page: Page, text: string): Promise<void> {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: words('progress.load') }).click();
    const buffer = Buffer.from(text);
    await (await choosing).setFiles({ name: 'progress.json', mimeType: 'application/json', buffer });
  }

  test('the map has every lesson and every exercise with its points, without JavaScript, too', async () => {
    const page = await site.visit(locale, 'lessons/', { javaScriptEnabled: false });
    const folders = exerciseFolders(`${root}exercises`);
    expect(asked.length).toBeGreaterThan(5);
    for (const id of asked) {
      const { title, exercise } = readExercise(folders.get(id ?? '') ?? '', locale);
      const points = exercise.scenarios.reduce((sum, scenario) => sum + scenario.points, 0);
      expect(await inMap(page, `${id} ${title}`).innerText()).toContain(filled('course.points', { points }));
    }
    const addresses = lessons.map((file) => {
      const slug = /^slug: \/(.*)$/m.exec(readFileSync(`${root}lessons/${file}`, 'utf8'))?.[1];
      return new URL(site.address(locale, `lessons/${slug}/`)).pathname;
    });
    const map = page.locator('#progress ~ div').getByRole('link');
    const linked = await map.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(linked).toEqual(expect.arrayContaining(addresses));
  });

  test('what is solved is marked in the map, and a file takes it to another browser', async () => {
    const { page } = await solving();
    await page.goto(site.address(locale, 'lessons/'));
    await inMap(page, known.id).getByText(solved).waitFor();
    await page.getByText(filled('course.done', { count: 1, points: known.points })).waitFor();
    const file = await savedFile(page);

    const other = await site.visit(locale, 'progress/');
    expect(await inMap(other, known.id).innerText()).not.toContain(solved);
    await load(other, file);
    await inMap(other, known.id).getByText(solved).waitFor();
    await other.goto(site.address(locale, known.lesson));
    await hydrated(other);
    const there = exerciseOn(other, words);
    await there.root.scrollIntoViewIfNeeded();
    await expect.poll(() => there.editor(known.file).innerText()).toContain('// mine');
  });

  test('code that is written here stays in front; the file’s is kept beside it', async () => {
    const file = await savedFile((await solving()).page);
    const page = await site.visit(locale, known.lesson);
    const here = exerciseOn(page, words);
    await here.root.scrollIntoViewIfNeeded();
    await here.write(known.file, '// newer');
    await page.goto(site.address(locale, 'progress/'));
    await hydrated(page);
    await load(page, file);
    await inMap(page, known.id).getByText(solved).waitFor();
    await page.goto(site.address(locale, known.lesson));
    await hydrated(page);
    await here.root.scrollIntoViewIfNeeded();
    await expect.poll(() => here.editor(known.file).innerText()).toContain('// newer');
    await here.button('former.swap').click();
    await expect.poll(() => here.editor(known.file).innerText()).toContain('// mine');
  });

  test('a file that is not progress, or damaged, changes nothing, and the reader is told why', async () => {
    const { page } = await solving();
    const before = await savedFile(page);
    const entriesOf = (text: string): unknown => (JSON.parse(text) as { entries: unknown }).entries;
    await load(page, '{}');
    await page.getByText(words('progress.notOurs')).waitFor();
    await load(page, before.replace('"hints": 0', '"hints": "<b>none</b>"'));
    await page.getByText(filled('progress.damaged', { entry: 'progress:02a' })).waitFor();
    await load(page, before.replace('"version": 1', '"version": 9'));
    await page.getByText(words('progress.newer')).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(entriesOf(await savedFile(page))).toEqual(entriesOf(before));
  });

  test('is one link away from every page', async () => {
    const page = await site.visit(locale, '');
    await page.getByRole('link', { name: words('progress.title') }).click();
    await page.getByRole('heading', { level: 1, name: words('progress.title') }).waitFor();
    expect(page.url()).toBe(site.address(locale, 'progress/'));
  });
});
