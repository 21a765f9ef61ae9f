import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { usualPlaces } from './places.ts';

/** Playwright's own download goes here, inside the project, and nowhere else. */
export const downloadFolder = fileURLToPath(new URL('../../.browser', import.meta.url));

/**
 * The browser to test with, if one is there: `CHROME_PATH`, else the system's, else the one downloaded before.
 *
 * @returns the path of its program, or `undefined`
 * @throws Error if `CHROME_PATH` is set and names nothing
 */
export async function findBrowser(): Promise<string | undefined> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) {
    if (!existsSync(chosen))
      throw new Error(`CHROME_PATH names no file / CHROME_PATH 指向的文件不存在: ${chosen}`);
    return chosen;
  }
  return (
    usualPlaces(process.platform, process.env).find((place) => existsSync(place)) ?? (await downloaded())
  );
}

async function downloaded(): Promise<string | undefined> {
  process.env['PLAYWRIGHT_BROWSERS_PATH'] = downloadFolder;
  const { chromium } = await import('playwright-core');
  const place = chromium.executablePath();
  return existsSync(place) ? place : undefined;
}
