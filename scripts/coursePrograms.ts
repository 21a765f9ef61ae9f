import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The text of every TypeScript file of the exercises, the lessons and the library. */
export const coursePrograms: readonly string[] = ['exercises', 'lessons', 'runtime/src/iokit'].flatMap(
  (folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.includes('node_modules'))
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
);
