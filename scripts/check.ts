import { runStages } from './stages.ts';

/** `npm run check`: everything a reviewer should not have to look for. */
const ok = runStages('npm run check', {
  format: 'npm run -s format:check',
  lint: 'npm run -s lint',
  types: 'npm run -s types',
  walls: 'npm run -s walls',
  duplicates: 'npm run -s duplicates',
  languages: 'npm run -s i18n:check',
});
process.exitCode = ok ? 0 : 1;
