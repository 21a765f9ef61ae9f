import { parseSync } from 'oxc-parser';

/** One import of a file: what it names, on which line, and whether only types come through it. */
export interface Import {
  specifier: string;
  line: number;
  typeOnly: boolean;
}

/**
 * Every module a file imports: static, re-exported, dynamic, and `new URL('…', import.meta.url)`.
 *
 * @param file name of the file; its extension decides the syntax
 * @param source the file's text
 */
export function importsOf(file: string, source: string): Import[] {
  const { module } = parseSync(file, source);
  const lineAt = (offset: number): number => source.slice(0, offset).split('\n').length;
  const found: Import[] = [];
  for (const { start, moduleRequest, entries } of module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every((entry) => entry.isType);
    found.push({ specifier: moduleRequest.value, line: lineAt(start), typeOnly });
  }
  for (const { start, entries } of module.staticExports) {
    const from = entries.find((entry) => entry.moduleRequest)?.moduleRequest;
    const typeOnly = entries.every((entry) => entry.isType);
    if (from) found.push({ specifier: from.value, line: lineAt(start), typeOnly });
  }
  for (const { start, moduleRequest } of module.dynamicImports) {
    const specifier = source.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, '');
    found.push({ specifier, line: lineAt(start), typeOnly: false });
  }
  for (const url of source.matchAll(/new URL\(\s*['"](\.[^'"]+)['"],\s*import\.meta\.url/g)) {
    found.push({ specifier: url[1] ?? '', line: lineAt(url.index), typeOnly: false });
  }
  return found;
}
