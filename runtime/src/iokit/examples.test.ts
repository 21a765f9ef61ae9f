import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examplesOf } from '../../testing/examples/extract.ts';
import { programOf } from '../../testing/examples/program.ts';
import { wrongWith } from '../../testing/examples/run.ts';
import { typeErrors } from '../../testing/examples/typed.ts';

const folder = import.meta.dirname;
const examples = readdirSync(folder)
  .filter((file) => /(?<!\.test)\.ts$/.test(file))
  .flatMap((file) =>
    examplesOf(file, readFileSync(join(folder, file), 'utf8')).map(
      ({ of, line, code }) => [`${file}:${line}: ${of}`, code] as const,
    ),
  );

describe('the examples of the docstrings', () => {
  it.each(examples)('%s is as its example says', async (_, code) => {
    expect(await wrongWith(code)).toBeUndefined();
  });

  it('have the types that they need', () => {
    const programs = examples.map(
      ([where, code]) => [where.replace(/\W+/g, '-'), programOf(code).text] as const,
    );
    expect(typeErrors(new Map(programs))).toBe('');
  });
});

describe('an example', () => {
  it.each([
    ['const lock = IOLockAlloc();\nyield* IOLockTryLock(lock); // true', undefined],
    [
      'const lock = IOLockAlloc();\nyield* IOLockTryLock(lock); // false',
      'panics: "yield* IOLockTryLock(lock) is true"',
    ],
    ['const lock = IOLockAlloc();\nyield* IOLockTryLock(lock); // true or false', 'check 1 is never wrong'],
    [
      'const lock = IOLockAlloc();\nyield* IOLockUnlock(lock); // panics: "Mutex is unexpectedly not owned by thread"',
      undefined,
    ],
    [
      'const lock = IOLockAlloc();\nyield* IOLockUnlock(lock); // panics: "no such"',
      'panics: "Mutex is unexpectedly not owned by thread"',
    ],
    ['const lock = IOLockAlloc();\nyield* IOLockFree(lock); // panics: "Mutex"', 'ends'],
    ['const one = semaphore_create(0);\nyield* semaphore_wait(one); // never returns', undefined],
    ['const one = semaphore_create(1);\nyield* semaphore_wait(one); // never returns', 'ends'],
    [
      'yield* gate.runAction(driver.add, 2); // 2\nconst three = yield* gate.runAction(driver.add, 1); // 3',
      undefined,
    ],
  ])('%j ends in %s', async (code, wrong) => {
    expect(await wrongWith(code)).toBe(wrong);
  });

  it('has the types of what it calls, and of what it says', () => {
    const wrong = ['yield* IOLockLock();', 'yield* gate.runAction(driver.add, 2); // true'];
    const programs = wrong.map((code, at) => [`wrong-${at}`, programOf(code).text] as const);
    expect(typeErrors(new Map(programs))).toMatch(/^.*wrong-0.*Expected 1 arguments.*\n.*wrong-1.*boolean/s);
  });

  it('says nothing that is neither checked nor on a line of its own', () => {
    expect(() => programOf('while (true) { // round and round\n}')).toThrow('no statement ends before');
    expect(() => programOf('while (true) {} // for ever')).toThrow('has no value to check');
    expect(() => programOf('// Thread A, later:')).toThrow('which thread?');
  });
});
