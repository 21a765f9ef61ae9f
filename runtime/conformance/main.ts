import { declared, type Declared } from './sources.ts';
import { classes, differs, hooks, otherKernels, rows } from './table.ts';
import { isCalled, testFiles, testsOf } from './tests.ts';

/**
 * `npm run conformance`: holds the runtime against the table. Prints every class with its methods and every row with its tests, read
 * from the sources; exits with 1 where something is missing.
 */
const sources = declared();
const files = testFiles();
const gaps: string[] = [];

/** The class that declares a method, itself or above; undefined if none does. */
function declaring(name: string, method: string): Declared | undefined {
  const found = sources.get(name);
  if (!found || found.methods.has(method)) return found;
  return found.extends === undefined ? undefined : declaring(found.extends, method);
}

/** What is said of one method, and whether that is a gap. */
function judge(name: string, method: string): string {
  const full = `${name}.${method}`;
  const why = differs[full] ?? differs[name];
  // A lock's functions are named after it: IOLock and Lock are IOLockLock.
  const asFunction = `${name}${method}`;
  const [owner, member] = sources.has(asFunction) ? [asFunction, ''] : [name, method];
  const found = declaring(owner, member);
  if (!found) {
    if (why === undefined) gaps.push(`${full} is not implemented`);
    return why === undefined ? 'MISSING' : `differs: ${why}`;
  }
  const tested = howTested(owner, member);
  if (!found.methods.get(member)) gaps.push(`${full} does not say what it mirrors in XNU`);
  if (!tested) gaps.push(`${full} is not tested`);
  return `implemented, ${tested ?? 'NOT TESTED'}${why === undefined ? '' : `, differs: ${why}`}`;
}

function howTested(owner: string, member: string): string | undefined {
  if (isCalled(owner, member, files)) return 'tested';
  const isMentioned = files.some(({ text }) => text.includes(owner));
  return isMentioned && words(hooks).includes(member) ? 'tested through the library' : undefined;
}

const words = (text: string): string[] => text.trim().split(/\s+/);

let methods = 0;
for (const [name, list] of Object.entries(classes)) {
  console.log(`\n${name}`);
  for (const method of words(list)) {
    methods++;
    console.log(`  ${method.padEnd(34)}${judge(name, method)}`);
  }
}

let count = 0;
for (const [about, ids] of Object.entries(rows)) {
  console.log(`\n${about}`);
  for (const id of words(ids)) {
    count++;
    const tests = testsOf(id, files);
    if (tests.length === 0) gaps.push(`row ${id} has no test`);
    const held = tests.join(', ') || 'NO TEST';
    console.log(`  ${id}  ${held}${otherKernels[id] ? `; waits for ${otherKernels[id]}` : ''}`);
  }
}

console.log(`\n${methods} methods, ${count} rows, ${gaps.length} gaps`);
for (const gap of gaps) console.error(`  ${gap}`);
process.exitCode = gaps.length > 0 ? 1 : 0;
