import { defineConfig } from 'vitest/config';

const seconds = 1000;
const never = ['**/node_modules/**', '**/build/**', '**/dist/**', '**/.docusaurus/**'];
const content = [
  'exercises/!(grader)/**/*.test.ts',
  'exercises/*.test.ts',
  '{lessons,i18n}/**/*.test.ts',
  '**/*.content.test.ts',
];
const browser = ['**/*.browser.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          globalSetup: ['scripts/build-guest.ts'],
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...never, ...content, ...browser],
          // a random program is quick; five hundred are not, where others use the machine too
          testTimeout: 180 * seconds,
          hookTimeout: 180 * seconds,
        },
      },
      {
        test: {
          name: 'content',
          globalSetup: ['scripts/build-guest.ts'],
          include: content,
          exclude: [...never, ...browser],
          testTimeout: 300 * seconds,
          hookTimeout: 300 * seconds,
        },
      },
      {
        test: {
          name: 'browser',
          include: browser,
          exclude: never,
          globalSetup: ['scripts/built-site.ts'],
          fileParallelism: false,
          testTimeout: 120 * seconds,
          hookTimeout: 120 * seconds,
          // one second, which a busy machine needs for the engine's start alone, is the rule
          expect: { poll: { timeout: 15 * seconds } },
        },
      },
    ],
  },
});
