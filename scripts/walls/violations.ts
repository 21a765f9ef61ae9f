import { posix } from 'node:path';
import { importsOf, type Import } from './imports.ts';
import { partOf } from './part.ts';
import { publicNames, walls, type Wall } from './rules.ts';

/**
 * The imports of one file that go through a wall.
 *
 * @param file path from the project's root, with `/`
 * @param source the file's text
 * @returns one line of text for each, empty when the file keeps to the walls
 */
export function violations(file: string, source: string): string[] {
  const part = partOf(file);
  if (!part) return [];
  const wall = walls[part];
  if (!wall) return [`${file}: ${part} has no entry in scripts/walls/rules.ts`];
  return importsOf(file, source)
    .map((one) => ({ one, other: strangerIn(one, file, part, wall) }))
    .filter(({ other }) => other !== undefined)
    .map(({ one, other }) => `${file}:${one.line}: ${part} must not know ${other}`);
}

function strangerIn(one: Import, file: string, part: string, wall: Wall): string | undefined {
  const { specifier, typeOnly } = one;
  const target = pathOf(specifier, file);
  if (!target) return mayUsePackage(specifier, file, wall) ? undefined : specifier;
  const other = partOf(target);
  if (other === part || wall.knows.includes(other ?? '')) return undefined;
  if (other && typeOnly && wall.types?.includes(other)) return undefined;
  if (!other && !file.startsWith('runtime/')) return undefined;
  return other ?? target;
}

/** The file a specifier names, from the project's root; Docusaurus writes that root `@site`. */
function pathOf(specifier: string, file: string): string | undefined {
  if (specifier.startsWith('@site/')) return specifier.slice('@site/'.length);
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : undefined;
}

function mayUsePackage(specifier: string, file: string, { packages = [] }: Wall): boolean {
  const isOurs = /^workloop(\/|$)/.test(specifier);
  if (isOurs) return !file.startsWith('runtime/') && publicNames.includes(specifier);
  return packages === 'any' || packages.includes(specifier);
}
