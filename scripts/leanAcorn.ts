import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** As `ecmaVersion: 2023` is inside of Acorn. */
const version = 14;

const compared: Readonly<Record<string, (than: number) => boolean>> = {
  '>=': (than) => version >= than,
  '>': (than) => version > than,
  '<': (than) => version < than,
  '===': (than) => version === than,
};

/** An esbuild plugin: leaves out of Acorn what no program of ours needs. What it reads a program as stays the same. */
export const leanAcorn: Plugin = {
  name: 'lean-acorn',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]acorn[\\/]dist[\\/]acorn\.mjs$/ }, async ({ path }) => ({
      contents: lean(await readFile(path, 'utf8')),
    }));
  },
};

function lean(text: string): string {
  const cuts: readonly (readonly [from: string | RegExp, to: string])[] = [
    // The browser knows which characters names are made of.
    [/^var \w+ = (\[[\d, ]+\]|"\\(xaa|u200c).*");$/gm, ''],
    [/new RegExp\("\[" \+ nonASCIIidentifierStartChars \+ "\]"\)/, '/\\p{ID_Start}/u'],
    [/new RegExp\("\[" \+ nonASCIIidentifierStartChars \+ .*"\]"\)/, '/[\\p{ID_Continue}\\u200c\\u200d]/u'],
    [/\bisInAstralSet\(code, astralIdentifierStartCodes\)/g, 'isInAstralSet(code, nonASCIIidentifierStart)'],
    [/\bisInAstralSet\(code, astralIdentifierCodes\)/g, 'isInAstralSet(code, nonASCIIidentifier)'],
    [
      /(?<=function isInAstralSet\(code, set\) \{)[^]*?\n\}/,
      'return code > 0xffff && set.test(String.fromCodePoint(code));}',
    ],
    // QuickJS says what is wrong with a regular expression: see `Reader`.
    [/var scriptValuesAddedInUnicode[^]*?(?=\/\/ Object type used to represent tokens)/, ''],
    [/\/\/ Validate pattern[^]*?(?=\/\/ Create Literal#value)/, ''],
  ];
  const cut = cuts.reduce((rest, [from, to]) => {
    if (rest.search(from) < 0) throw new Error(`Acorn has no ${String(from)} any more`);
    return rest.replace(from, () => to);
  }, text);
  return cut.replaceAll(
    /(?:(?:\bthis\.)?\boptions\.)?\becmaVersion (>=|>|<|===) (\d{1,2})\b/g,
    (whole, how: string, than: string) => String(compared[how]?.(Number(than)) ?? whole),
  );
}
