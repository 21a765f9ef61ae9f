import { parseArgs } from 'node:util';
import { conformance, type Judged } from './judge.ts';
import { writePages } from './page.ts';

/**
 * `npm run conformance`: holds the runtime against the table. Prints every class with its methods and every row with its tests, read
 * from the sources; exits with 1 where something is missing. With `--write` it writes the course's page of it too.
 */
const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const { classes, rows, gaps } = conformance();

function say({ implemented, hasExample, tests, throughLibrary, differs }: Judged): string {
  const tested = tests.length > 0 ? 'tested' : throughLibrary ? 'tested through the library' : 'NOT TESTED';
  const why = differs && `differs: ${differs.en}`;
  if (!implemented) return why ?? 'MISSING';
  const example = hasExample ? 'example run' : 'NO EXAMPLE';
  return ['implemented', tested, example, ...(why ? [why] : [])].join(', ');
}

for (const [name, methods] of classes) {
  console.log(`\n${name}`);
  for (const method of methods) console.log(`  ${method.name.padEnd(34)}${say(method)}`);
}
for (const [about, all] of rows) {
  console.log(`\n${about}`);
  for (const { id, tests } of all) console.log(`  ${id}  ${tests.join(', ') || 'NO TEST'}`);
}

const methods = [...classes.values()].flat().length;
const examples = [...classes.values()].flat().filter(({ hasExample }) => hasExample).length;
const tested = [...rows.values()].flat().length;
console.log(
  `\n${methods} methods, ${examples} with an example that is run, ${tested} rows, ${gaps.length} gaps`,
);
for (const gap of gaps) console.error(`  ${gap}`);
if (values.write) writePages();
process.exitCode = gaps.length > 0 ? 1 : 0;
