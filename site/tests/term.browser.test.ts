import { describe, expect, test } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { useSite } from './support/use-site.ts';
import { locales } from './support/words.ts';

const site = useSite();
const lesson = 'lessons/11-runaction-on-your-thread/';
const named = { en: /^command gates?$/, 'zh-Hans': '命令门' };
const begins = { en: 'command gate An IOCommandGate', 'zh-Hans': '命令门（command gate）：IOCommandGate' };

describe.each(locales)('a term (%s)', (locale) => {
  test('says what it means while the pointer is on it, until Escape', async () => {
    const page = await site.visit(locale, lesson);
    const term = page.getByRole('link', { name: named[locale] }).first();
    const about = page.getByRole('tooltip').filter({ hasText: 'IOCommandGate' });
    await term.hover();
    await about.waitFor();
    expect(await about.innerText()).toContain(begins[locale]);
    await about.hover();
    expect(await about.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await about.waitFor({ state: 'hidden' });
    await page.mouse.move(0, 0);
    await term.hover();
    await about.waitFor();
  });

  test('says it to the keyboard and to a screen reader, and leads to the glossary', async () => {
    const page = await site.visit(locale, lesson, { viewport: { width: 320, height: 640 } });
    const term = page.getByRole('link', { name: named[locale] }).first();
    const about = page.getByRole('tooltip').filter({ hasText: 'IOCommandGate' });
    await term.focus();
    await about.waitFor();
    const id = await about.getAttribute('id');
    await expect.poll(() => term.getAttribute('aria-describedby')).toBe(id);
    const box = (await about.boundingBox()) ?? { x: -1, width: 0 };
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(320);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await about.waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await page.waitForURL(site.address(locale, 'lessons/reference/glossary/#command-gate'));
    expect(await page.locator('#command-gate dd').innerText()).toMatch(/^.*IOCommandGate/);
  });

  test('says it without JavaScript, too', async () => {
    const page = await site.visit(locale, lesson, { javaScriptEnabled: false });
    const term = page.getByRole('link', { name: named[locale] }).first();
    await term.hover();
    const about = page.getByRole('tooltip').filter({ hasText: 'IOCommandGate' });
    await expect.poll(() => about.isVisible()).toBe(true);
  });
});
