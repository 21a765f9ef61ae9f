import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { downloadFolder, findBrowser } from './find.ts';

/**
 * Makes sure there is a browser: finds one, else lets Playwright download one, else installs the system's package
 * (root on Debian or Ubuntu).
 *
 * @returns the path of its program
 * @throws Error naming, in English and Chinese, the one command that helps
 */
export async function ensureBrowser(): Promise<string> {
  for (const install of [undefined, download, installPackage]) {
    install?.();
    const found = await findBrowser();
    if (found) return found;
  }
  const help = isDebian() ? 'sudo apt-get install -y chromium' : 'CHROME_PATH=/path/to/chrome npm test';
  throw new Error(`No Chromium found. Run: ${help}\n没有找到 Chromium。请运行：${help}`);
}

function download(): void {
  const playwright = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  console.log(`browser: none found; downloading Chromium to ${downloadFolder}`);
  run(process.execPath, [join(playwright, 'cli.js'), 'install', 'chromium'], {
    PLAYWRIGHT_BROWSERS_PATH: downloadFolder,
  });
}

function installPackage(): void {
  if (!isDebian() || process.getuid?.() !== 0) return;
  console.log('browser: the download failed; installing the package chromium');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], env);
  run('apt-get', ['install', '-y', '-qq', 'chromium'], env);
}

function isDebian(): boolean {
  return existsSync('/etc/debian_version');
}

/** Runs a program to its end; its output is shown only when it fails, and failure is the caller's to notice. */
function run(program: string, args: string[], env: NodeJS.ProcessEnv): void {
  const done = spawnSync(program, args, { env: { ...process.env, ...env }, encoding: 'utf8' });
  if (done.status === 0) return;
  const said = done.error ? done.error.message : `${done.stdout}${done.stderr}`.trim();
  console.error(`browser: ${program} ${args.join(' ')} failed\n${said.split('\n').slice(-4).join('\n')}`);
}
