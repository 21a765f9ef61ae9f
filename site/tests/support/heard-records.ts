import type { Page } from 'playwright-core';
import { hydrated } from './use-site.ts';

declare global {
  interface Window {
    /** JSON of every grading record that the page's worker has sent. */
    heardRecords: string[];
  }
}

/** Listens in on what the page's worker answers, from the page's next load on. */
export async function listenForRecords(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.heardRecords = [];
    const listen = MessagePort.prototype.addEventListener;
    MessagePort.prototype.addEventListener = function (this: MessagePort, ...given: unknown[]) {
      const hear = ({ data }: MessageEvent<{ type?: string; record?: unknown } | undefined>): void => {
        if (data?.type === 'record') window.heardRecords.push(JSON.stringify(data.record));
      };
      Reflect.apply(listen, this, ['message', hear]);
      Reflect.apply(listen, this, given);
    };
  });
  await page.reload();
  await hydrated(page);
}

/** The last record, byte for byte. */
export const lastRecord = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => window.heardRecords.at(-1));
