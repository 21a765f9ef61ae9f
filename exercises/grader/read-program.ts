import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { Program } from 'workloop/run';
import { UsageError } from './usage-error.ts';

/** The specifier of every import and re-export; what stands in a comment is looked for too, and is no harm if it is not there. */
const imported = /\b(?:from|import)\s*['"](\.[^'"\n]*)['"]/g;

/**
 * A scenario file outside the course, with everything it imports from its own folder; nothing outside it is read.
 *
 * @throws UsageError
 */
export function readProgram(file: string): Program {
  if (!isFile(file)) throw new UsageError('cli.usage.no-file', { file });
  const folder = realpathSync(dirname(file));
  const scenario = posix.basename(file.replaceAll('\\', '/'));
  const files: Record<string, string> = {};
  const visit = (path: string): void => {
    if (Object.hasOwn(files, path)) return;
    const text = readFileSync(join(folder, path), 'utf8');
    files[path] = text;
    for (const [, specifier = ''] of text.matchAll(imported)) {
      const target = posix.join(posix.dirname(path), specifier);
      if (target.startsWith('..')) throw new UsageError('cli.outside', { file: path, path: specifier });
      const found = [target, `${target}.ts`].find((name) => isFile(join(folder, name)));
      if (!found) continue;
      if (!realpathSync(join(folder, found)).startsWith(folder))
        throw new UsageError('cli.outside', { file: path, path: specifier });
      visit(found);
    }
  };
  visit(scenario);
  return {
    files,
    scenario,
    trusted: Object.keys(files).filter((path) => path === scenario || isScenarioPart(files[path])),
  };
}

/** Only the scenario's side may use the scenario-only module. */
const isScenarioPart = (text = ''): boolean => /['"]workloop\/run['"]/.test(text);

const isFile = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
