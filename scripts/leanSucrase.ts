import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

const require = createRequire(join(import.meta.dirname, '../runtime/package.json'));
const ours = <T>(path: string): T => require(`sucrase/dist/${path}`) as T;

/** Sucrase's enumerations, as its files call them: only their numbers are needed. */
const numbers: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  tt: ours<{ TokenType: Record<string, number> }>('parser/tokenizer/types').TokenType,
  TokenType: ours<{ TokenType: Record<string, number> }>('parser/tokenizer/types').TokenType,
  ContextualKeyword: ours<{ ContextualKeyword: Record<string, number> }>('parser/tokenizer/keywords')
    .ContextualKeyword,
  charCodes: ours<{ charCodes: Record<string, number> }>('parser/util/charcodes').charCodes,
};

/** What Sucrase can be asked for; here it always strips types, and does nothing else. */
const asked: readonly [RegExp, string][] = [
  [/\b\w*ransforms\.includes\("typescript"\)/g, 'true'],
  [/\b\w*ransforms\.includes\("[\w-]+"\)/g, 'false'],
  [/\boptions\.disableESTransforms\b/g, 'true'],
  [/\boptions\.(keepUnusedImports|injectCreateRequireForImportRequire)\b/g, 'false'],
  [/\bthis\.(disableESTransforms|isTypeScriptTransformEnabled)\b(?!\s*=[^=])/g, 'true'],
  [
    /\bthis\.(keepUnusedImports|is(Imports|Flow|ReactHotLoader)TransformEnabled|isFlowEnabled|reactHotLoaderTransformer)\b(?!\s*=[^=])/g,
    'false',
  ],
];

/** What a file asks the parser for: its names in an import, and what they are here. */
const askedOfParser = /(?<=^import \{.*)\bis(?:JSX|Flow|TypeScript)Enabled(?:, |(?=\}))/gm;
const parserAnswers: typeof asked = [
  [/\bisTypeScriptEnabled\b/g, 'true'],
  [/\bis(JSX|Flow)Enabled\b/g, 'false'],
];

/** Files that are something else here, by the end of their path. */
const instead: Readonly<Record<string, string | (() => string)>> = {
  // Checks the options of a call; ours is checked by TypeScript.
  Options: 'export const validateOptions = () => {};',
  // What other transforms insert.
  HelperManager: 'export class HelperManager { emitHelpers() { return ""; } }',
  'tokenizer/readWordTree': readWordTree,
  // Of the printed tokens we read where each one is.
  'util/formatTokens': `
    export default (text, tokens) => {
      const starts = [0, ...[...text.matchAll(/\\r\\n?|\\n/g)].map((end) => end.index + end[0].length)];
      const place = (at) => {
        const line = starts.findLastIndex((start) => start <= at);
        return line + 1 + ':' + (at - starts[line] + 1);
      };
      return tokens.map(({ start, end }) => place(start) + '-' + place(end) + ' ').join('\\n');
    };`,
};

/** Modules that no program's text ever gets to: other transforms. */
const unreached =
  /[\\/](CJSImportProcessor|transformers[\\/](CJSImport|Flow|JestHoist|JSX|NumericSeparator|OptionalCatchBinding|OptionalChainingNullish|ReactDisplayName|ReactHotLoader)Transformer)\.js$/;

/** An esbuild plugin: leaves out of Sucrase what no program of ours needs. What it makes of a program stays the same. */
export const leanSucrase: Plugin = {
  name: 'lean-sucrase',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]sucrase[\\/]dist[\\/]esm[\\/].*\.js$/ }, async ({ path }) => {
      if (unreached.test(path)) return { contents: 'module.exports = {};' };
      const [, other] = Object.entries(instead).find(([end]) => path.endsWith(join('/', `${end}.js`))) ?? [];
      if (other !== undefined) return { contents: typeof other === 'string' ? other : other() };
      return { contents: lean(await readFile(path, 'utf8')) };
    });
    // All that is asked of a source map is its mappings.
    onLoad({ filter: /[\\/]@jridgewell[\\/]gen-mapping[\\/].*\.m?js$/ }, () => ({ contents: genMapping }));
  },
};

function lean(text: string): string {
  const numbered = text.replaceAll(
    /\b(tt|TokenType|ContextualKeyword|charCodes)\.(\w+)\b/g,
    (whole, list: string, name: string) => String(numbers[list]?.[name] ?? whole),
  );
  const known = asked.reduce((rest, [from, to]) => rest.replaceAll(from, to), numbered);
  const unasked = known.replaceAll(askedOfParser, '');
  return unasked === known
    ? known
    : parserAnswers.reduce((rest, [from, to]) => rest.replaceAll(from, to), unasked);
}

/** Words and what they are, as the tree of prefixes that Sucrase's file spells out. */
function readWordTree(): string {
  const tree = ours<{ READ_WORD_TREE: Int32Array }>('parser/tokenizer/readWordTree').READ_WORD_TREE;
  const words: string[] = [];
  const visit = (at: number, prefix: string): void => {
    if (tree[at] !== -1) words.push(`${prefix}${String(tree[at])}`);
    for (let letter = 1; letter <= 26; letter++) {
      const next = tree[at + letter] ?? -1;
      if (next !== -1) visit(next, prefix + String.fromCharCode(96 + letter));
    }
  };
  visit(0, '');
  return `
    export const READ_WORD_TREE = new Int32Array(${tree.length}).fill(-1);
    let size = 27;
    for (const [, word, value] of '${words.join('')}'.matchAll(/([a-z]+)(\\d+)/g)) {
      let at = 0;
      for (const letter of word) {
        const next = at + letter.charCodeAt() - 96;
        if (READ_WORD_TREE[next] < 0) { READ_WORD_TREE[next] = size; size += 27; }
        at = READ_WORD_TREE[next];
      }
      READ_WORD_TREE[at] = +value;
    }`;
}

const genMapping = `
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const encode = (value) => {
    let text = '';
    let rest = value < 0 ? (-value << 1) | 1 : value << 1;
    do {
      const more = rest >>> 5 ? 32 : 0;
      text += digits[(rest & 31) | more];
      rest >>>= 5;
    } while (rest);
    return text;
  };
  export class GenMapping { lines = []; }
  export function maybeAddSegment({ lines }, line, column, file, sourceLine, sourceColumn) {
    while (lines.length <= line) lines.push([]);
    const last = lines[line].at(-1);
    if (last && last[1] === sourceLine && last[2] === sourceColumn) return;
    lines[line].push([column, sourceLine, sourceColumn]);
  }
  export function toEncodedMap({ lines }) {
    let source = [0, 0];
    const mappings = lines.map((segments) => {
      let before = 0;
      return segments.map(([column, ...place]) => {
        const text = encode(column - before) + 'A' + encode(place[0] - source[0]) + encode(place[1] - source[1]);
        before = column;
        source = place;
        return text;
      }).join();
    }).join(';');
    return { mappings };
  }`;
