import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { ensureBrowser } from './browser/ensure.ts';

/** `npm test`: every check, then every test. A failed stage is remembered and the next one still runs. */
const report = 'node_modules/.cache/vitest.json';
const failed: string[] = [];

function stage(name: string, command: string): void {
  console.log(`\n== ${name}: ${command}`);
  if (spawnSync(command, { stdio: 'inherit', shell: true }).status !== 0) failed.push(name);
}

rmSync(report, { force: true });
try {
  console.log(`browser: ${await ensureBrowser()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
stage('check', 'npm run check');
if (existsSync('scripts/check-cpp.ts')) stage('C++', 'npm run check:cpp');
stage('tests', `vitest run --reporter=default --reporter=json --outputFile.json=${report}`);

console.log(
  failed.length === 0 ? '\nnpm test: all stages passed' : `\nnpm test: failed in ${failed.join(', ')}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
