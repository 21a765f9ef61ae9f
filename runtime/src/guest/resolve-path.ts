/** The file that a relative import means, as written or with `.ts`; undefined if there is none. */
export function resolvePath(
  files: Readonly<Record<string, string>>,
  from: string,
  specifier: string,
): string | undefined {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  const path = parts.join('/');
  return [path, `${path}.ts`].find((name) => Object.hasOwn(files, name));
}
