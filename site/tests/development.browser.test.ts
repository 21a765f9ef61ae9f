import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import { exerciseNamed } from './support/exercises.ts';
import { hydrated } from './support/use-site.ts';
import { wordsOf } from './support/words.ts';
import { exerciseOn } from './support/workbench.ts';

const root = join(import.meta.dirname, '../..');
/** Not the default one: its pages, and what they fetch, lie below a folder of their own. */
const locale = 'zh-Hans';
const words = wordsOf(locale);
/** Milliseconds: it compiles the whole site first, perhaps on a busy machine. */
const patience = 300_000;

let browser: Browser;
let server: ChildProcess;
let address: string;

beforeAll(async () => {
  const port = await freePort();
  address = `http://localhost:${port}/${locale}/`;
  browser = await launchBrowser();
  server = spawn(
    process.execPath,
    [
      join(root, 'node_modules/@docusaurus/core/bin/docusaurus.mjs'),
      'start',
      '--no-open',
      '--locale',
      locale,
      '--port',
      String(port),
    ],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      // Apart from what a build writes.
      env: { ...process.env, DOCUSAURUS_GENERATED_FILES_DIR_NAME: '.docusaurus/development' },
    },
  );
  await said(server, 'compiled successfully');
}, patience);

afterAll(async () => {
  await browser.close();
  server.kill();
});

test(
  'the development server has lessons that run, keeps nothing, and says what it cannot do',
  async () => {
    const complaints: string[] = [];
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    context.on('weberror', (error) => complaints.push(String(error.error())));
    context.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    const known = exerciseNamed('02a');
    await page.goto(address + known.lesson);
    await hydrated(page);
    const exercise = exerciseOn(page, words);
    await exercise.root.scrollIntoViewIfNeeded();
    await exercise.ask('exercise.check');
    await exercise.timeline.waitFor();
    await exercise.root.getByRole('checkbox', { name: words('types.switch') }).check();
    await exercise.root.getByText(words('types.right')).waitFor();

    await page.goto(`${address}search/`);
    await page.getByText(words('search.dev')).waitFor();
    await page.goto(`${address}offline/`);
    await page.getByText(words('offline.unsupported')).waitFor();
    const workers = await page.evaluate(
      async () => (await navigator.serviceWorker.getRegistrations()).length,
    );
    expect(workers).toBe(0);
    expect(complaints).toEqual([]);
  },
  patience,
);

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Waits until a process has written these words. */
function said(process: ChildProcess, wanted: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    process.stdout?.on('data', (piece: Buffer) => {
      text += String(piece);
      if (text.includes(wanted)) resolve();
    });
    process.on('exit', (code) => reject(new Error(`the development server ended (${code}): ${text}`)));
  });
}
