import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'node_modules/.cache/examples');
const compiler = join(root, 'node_modules/typescript/bin/tsc');

/**
 * Checks the types of programs, as strictly as the project's own.
 *
 * @param programs by name
 * @returns what the compiler says: nothing, if all is well
 */
export function typeErrors(programs: ReadonlyMap<string, string>): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(import.meta.dirname, 'fixture.ts'), join(folder, 'fixture.ts'));
  for (const [name, text] of programs) writeFileSync(join(folder, `${name}.ts`), text);
  const compilerOptions = { noUnusedLocals: false, noUnusedParameters: false };
  const config = { extends: '../../../tsconfig.base.json', compilerOptions, include: ['*.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  try {
    execFileSync(process.execPath, [compiler, '-p', folder], { cwd: root, encoding: 'utf8' });
    return '';
  } catch (failed) {
    return String((failed as { stdout?: unknown }).stdout);
  }
}
