import { readFileSync, readdirSync } from 'node:fs';
import { violations } from './walls/violations.ts';

const code = /(?<!\.test|\.generated|\.d)\.tsx?$/;
const notOurs = /(^|\/)(node_modules|build|dist|static|\.docusaurus)\//;

/** Checks who knows whom (`walls/rules.ts`) in the runtime, the exercises and the site; tests may know anyone. */
const files = ['runtime/src', 'exercises', 'site']
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => `${folder}/${String(name)}`))
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => code.test(file) && !notOurs.test(file) && !file.startsWith('site/tests/'))
  .toSorted();

const found = files.flatMap((file) => violations(file, readFileSync(file, 'utf8')));
for (const line of found) console.error(line);
console.log(`walls: ${files.length} files, ${found.length} violations`);
process.exitCode = found.length > 0 ? 1 : 0;
