import { walls } from './rules.ts';

const inRuntime = /^runtime\/src\/(?:([\w-]+)\/)?(?:([\w-]+)\/)?/;

/**
 * The part of the project a file belongs to, as `rules.ts` names it.
 *
 * @param file path from the project's root, with `/`
 * @returns the part, or `undefined` for what no wall concerns (scripts, benchmarks)
 */
export function partOf(file: string): string | undefined {
  const found = inRuntime.exec(file);
  if (found) {
    const [, folder, sub] = found;
    if (!folder) return 'workloop';
    return sub && `${folder}/${sub}` in walls ? `${folder}/${sub}` : folder;
  }
  if (/^exercises\/(grader\/|[^/]+$)/.test(file)) return 'grader';
  if (file.startsWith('exercises/')) return 'programs';
  if (file.startsWith('site/')) return 'site';
  return undefined;
}
