import { chromium, type Browser } from 'playwright-core';
import { ensureBrowser } from './browser/ensure.ts';

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a headless Chromium for a test; the caller closes it.
 *
 * @param args more command line switches, for example `--lang=zh-CN`
 * @throws Error if there is no browser and none can be had, with the command that helps
 */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: await ensureBrowser(), args: [...asRoot, ...quiet, ...args] });
}
