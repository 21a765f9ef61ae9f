import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { manyCalls, returnCodes } from './support/programs.ts';
import { useSite } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';
import { playgroundOn } from './support/workbench.ts';

const site = useSite('/sub/course/');

describe.each(locales)('a run of 2,000 steps (%s)', (locale) => {
  const words = wordsOf(locale);

  test('is drawn where it is on the screen, walked to its end, and printed as a whole', async () => {
    const page = await site.visit(locale, 'playground/');
    const { button, choice, root, timeline, write } = playgroundOn(page, words);
    await write('counter.ts', manyCalls.driver);
    await write('scenario.ts', manyCalls.scenario);
    await button('playground.run').click();
    await timeline.waitFor();
    expect(await timeline.getAttribute('aria-valuemax')).toBe('2000');
    const elements = () => timeline.locator('*').count();
    const rows = timeline.locator('circle').filter({ visible: true });
    expect(await elements()).toBeLessThan(3000);

    const step = () => timeline.getAttribute('aria-valuenow');
    await timeline.press('End');
    await expect.poll(step).toBe('2000');
    const current = timeline.locator('rect[data-current]').filter({ visible: true });
    await expect.poll(() => current.evaluate(inView)).toBe(true);
    await expect.poll(elements).toBeLessThan(3000);
    await timeline.press('Home');
    await expect.poll(() => current.evaluate(inView)).toBe(true);
    await timeline.press('PageDown');
    await expect.poll(step).toBe('11');

    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => rows.count()).toBe(2000);
    await page.emulateMedia({ media: 'screen' });
    await expect.poll(elements).toBeLessThan(3000);

    await choice('timeline.view.table').check();
    await root.getByRole('row').nth(2000).waitFor({ state: 'attached' });
  });
});

test.each(locales)('a run of 2,000 steps is saved as a drawing and as text (%s)', async (locale) => {
  const words = wordsOf(locale);
  const page = await site.visit(locale, 'playground/', { colorScheme: 'dark' });
  const { button, choice, root, timeline, write } = playgroundOn(page, words);
  await write('counter.ts', manyCalls.driver);
  await write('scenario.ts', manyCalls.scenario);
  await button('playground.run').click();
  await timeline.waitFor();
  const saved = async (by: string): Promise<[name: string, text: string]> => {
    const coming = page.waitForEvent('download');
    await button(by).click();
    const download = await coming;
    return [download.suggestedFilename(), readFileSync(await download.path(), 'utf8')];
  };

  const [drawingName, drawing] = await saved('timeline.saveDrawing');
  expect(drawingName).toBe('work-loop-run.svg');
  expect(drawing.slice(0, 5)).toBe('<svg ');
  expect(drawing.match(/<circle /g)).toHaveLength(2000);
  for (const step of ['1', '1000', '2000']) expect(drawing).toContain(`>${step}</text>`);
  // It needs nothing of the page, and is light although the page is dark.
  expect(drawing).not.toMatch(/var\(|class=|data-|NaN|https?:(?!\/\/www\.w3\.org\/2000\/svg")/);
  expect(drawing).toMatch(/<rect [^>]*fill="#fcfcfa"/);
  expect(drawing).toContain('fill="rgb(28, 29, 33)"');
  const alone = await page.evaluate(
    (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror'),
    drawing,
  );
  expect(alone).toBeNull();

  const [textName, text] = await saved('timeline.saveText');
  expect(textName).toBe('work-loop-run.txt');
  await choice('timeline.view.text').check();
  expect(text).toBe(await root.locator('figure pre').textContent());
});

test.each(locales)('return codes have names, and the numbers that XNU prints (%s)', async (locale) => {
  const words = wordsOf(locale);
  const page = await site.visit(locale, 'playground/');
  const { button, choice, root, timeline, write } = playgroundOn(page, words);
  await write('counter.ts', returnCodes);
  await button('playground.run').click();
  await timeline.press('Home');
  const said = () => timeline.getAttribute('aria-valuetext');
  await expect.poll(said).toContain('words: 0 → kIOReturnNotReady');
  await root.getByText('words: 0 → kIOReturnNotReady (0xe00002d8)').waitFor();
  await timeline.press('ArrowDown');
  await expect.poll(said).toMatch(/ → 0xe00002cd\b/);
  await choice('timeline.view.table').check();
  await root.getByRole('cell', { name: 'words: 0 → kIOReturnNotReady (0xe00002d8)' }).waitFor();
});

/** Whether an element is on the screen, below the page's bar. */
function inView(node: Element): boolean {
  const { top, bottom } = node.getBoundingClientRect();
  const bar = document.querySelector('.navbar')?.getBoundingClientRect().bottom ?? 0;
  return top >= bar && bottom <= window.innerHeight;
}
