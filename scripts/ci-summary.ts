import { readFileSync } from 'node:fs';

/** The part of vitest's JSON report that the summary reads. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

/**
 * Reads vitest's JSON report and prints what CI ends with: each test that did not run, then `N passed, N failed`.
 * A file that could not be loaded counts as one failure; nothing may be skipped in CI.
 */
const { numPassedTests, numFailedTests, testResults } = JSON.parse(
  readFileSync('node_modules/.cache/vitest.json', 'utf8'),
) as Report;

const broken = testResults.filter(
  ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
);
const notRun = testResults
  .flatMap(({ assertionResults }) => assertionResults)
  .filter(({ status }) => status !== 'passed' && status !== 'failed');

for (const { name, message } of broken) console.log(`could not be loaded: ${name}: ${message}`);
for (const { fullName } of notRun) console.log(`not run: ${fullName}`);
const failures = numFailedTests + broken.length;
process.exitCode = failures + notRun.length > 0 ? 1 : 0;
if (notRun.length > 0) console.log(`${notRun.length} not run`);
console.log(`${numPassedTests} passed, ${failures} failed`);
