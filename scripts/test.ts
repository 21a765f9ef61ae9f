import { existsSync, rmSync } from 'node:fs';
import { ensureBrowser } from './browser/ensure.ts';
import { runStages } from './stages.ts';

/** `npm test`: every check, then every test, then what the built pages weigh. */
const report = 'node_modules/.cache/vitest.json';

rmSync(report, { force: true });
try {
  console.log(`browser: ${await ensureBrowser()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const ok = runStages('npm test', {
  check: 'npm run -s check',
  ...(existsSync('scripts/check-cpp.ts') && { 'C++': 'npm run -s check:cpp' }),
  tests: `vitest run --reporter=default --reporter=json --outputFile.json=${report}`,
  // Of the site that the browser tests have built.
  budgets: 'npm run -s budgets',
});
process.exitCode = ok ? 0 : 1;
