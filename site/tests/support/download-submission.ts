import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import type { WorkbenchOnPage } from './workbench.ts';

/**
 * Presses *Download for submission* and unpacks what comes.
 *
 * @param into an empty folder
 * @returns the submission's folder
 */
export async function downloadSubmission(
  page: Page,
  exercise: WorkbenchOnPage,
  into: string,
): Promise<string> {
  const coming = page.waitForEvent('download');
  await exercise.button('exercise.download').click();
  const files = Object.entries(unzipSync(readFileSync(await (await coming).path())));
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), bytes);
  }
  return join(into, dirname(files[0]?.[0] ?? ''));
}
