import { getFormattedTokens } from 'sucrase';
import type { Refusal, RefusalCode } from './refusal.ts';
import { lineStarts } from './tree.ts';

interface Token {
  raw: string;
  line: number;
  column: number;
}

/** Refuses TypeScript that sucrase would drop without a word (`namespace`, `import x = …`) or give another meaning (`export =`). */
export function typescriptOnly(source: string): Refusal[] {
  if (!/\b(namespace|module)\b|\bimport\s+(type\s+)?[\w$]+\s*=|\bexport\s*=/.test(source)) return [];
  const tokens = tokensOf(source);
  const refusals: Refusal[] = [];
  const refuse = (code: RefusalCode, { line, column }: Token, data: Refusal['data']): void => {
    refusals.push({ code, line, column, data });
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const raw = (offset: number): string => tokens[i + offset]?.raw ?? '';
    if (token.raw === 'declare' && /^(namespace|module|global)$/.test(raw(1))) {
      i = blockEnd(tokens, i);
    } else if (opensNamespace(token.raw, raw(1), raw(2), tokens[i + 1]?.line === token.line, raw(-1))) {
      refuse('namespace', token, { name: raw(1) });
      i = blockEnd(tokens, i);
    } else if (token.raw === 'import' && isName(raw(1)) && raw(2) === '=') {
      refuse('import-equals', token, { name: raw(1) });
    } else if (token.raw === 'import' && raw(1) === 'type' && isName(raw(2)) && raw(3) === '=') {
      refuse('import-equals', token, { name: raw(2) });
    } else if (token.raw === 'export' && raw(1) === '=') {
      refuse('export-equals', token, {});
    }
  }
  return refusals;
}

function opensNamespace(
  word: string,
  name: string,
  next: string,
  sameLine: boolean,
  before: string,
): boolean {
  if (word !== 'namespace' && word !== 'module') return false;
  return sameLine && isName(name) && (next === '{' || next === '.') && before !== '.';
}

function isName(text: string): boolean {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(text) && text !== 'extends' && text !== 'in' && text !== 'of';
}

/** Index of the brace that closes the first block after a token. */
function blockEnd(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let i = from; i < tokens.length; i++) {
    const raw = tokens[i]?.raw;
    if (raw === '{' || raw === '${') depth++;
    if (raw === '}' && --depth === 0) return i;
    if (raw === ';' && depth === 0) return i;
  }
  return tokens.length;
}

/** Sucrase's tokens, from the one public form it has: a table whose rows start with line:column-line:column. */
function tokensOf(source: string): Token[] {
  const starts = lineStarts(source);
  const rows = getFormattedTokens(source, { transforms: ['typescript'] }).matchAll(
    /^(\d+):(\d+)-(\d+):(\d+) /gm,
  );
  return [...rows].map((row) => {
    const [line = 1, column = 1, endLine = 1, endColumn = 1] = row.slice(1).map(Number);
    const start = (starts[line - 1] ?? 0) + column - 1;
    const end = (starts[endLine - 1] ?? 0) + endColumn - 1;
    return { raw: source.slice(start, end), line, column };
  });
}
