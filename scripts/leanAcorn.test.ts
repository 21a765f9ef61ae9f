import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { transform } from 'sucrase';
import { expect, test } from 'vitest';
import type { parse } from '../runtime/src/guest/instrument/parse.ts';
import { coursePrograms } from './coursePrograms.ts';
import { leanAcorn } from './leanAcorn.ts';

interface Loaded {
  parse: typeof parse;
  isIdentifierStart(code: number, astral: boolean): boolean;
  isIdentifierChar(code: number, astral: boolean): boolean;
}

async function load(plugins: Plugin[]): Promise<Loaded> {
  const { outputFiles } = await build({
    stdin: {
      contents:
        "export { parse } from './parse.ts'; export { isIdentifierStart, isIdentifierChar } from 'acorn';",
      resolveDir: join(import.meta.dirname, '../runtime/src/guest/instrument'),
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    plugins,
  });
  const address = `data:text/javascript,${encodeURIComponent(outputFiles?.[0]?.text ?? '')}`;
  return (await import(/* @vite-ignore */ address)) as Loaded;
}
const [acorn, lean] = [await load([]), await load([leanAcorn])];

const read = (loaded: Loaded, text: string): string =>
  JSON.stringify(loaded.parse(text), (_, value: unknown) =>
    typeof value === 'bigint' ? `${String(value)}n` : value,
  );

test('reads every program of the course as Acorn does', () => {
  expect(coursePrograms.length).toBeGreaterThan(100);
  const different = coursePrograms
    .map((text) => transform(text, { transforms: ['typescript'], disableESTransforms: true }).code)
    .filter((text) => read(lean, text) !== read(acorn, text));
  expect(different).toEqual([]);
});

test.each([
  'with (a) b;',
  'let let = 1;',
  'var a; let a;',
  'label: function* f() {}',
  'if (a) function f() {}',
  '"\\07"; 010',
  'a?.b ?? c || d',
  '1_000n ** 2n; 1__0',
  'async () => { for await (const a of b) await c; }',
  'await a; import("b"); import.meta.url; new.target',
  'class A { #a; static { this.#a; } get b() { return #a in this; } static async *c() { yield* d; } "constructor"() {} }',
  'class A { #a; #a; constructor() {} constructor() {} }',
  'export { a as "b c", }; export * as default from "d"; export { a };',
  'import { "a b" as c, default as d } from "e" with { type: "json" };',
  'try { } catch { } for (const [a, { b = 1, ...c }] of d) ;',
  'for (let of of []) ; for (async of []) ;',
  'function f(a, a) { "use strict"; } (a, b) => { "use strict"; }',
  'delete a; arguments = 1; eval++; yield; enum; static',
  '`a${`b${c}`}d`; f`\\u{110000}`; `\\u{110000}`',
  '"\u2028"; a\u2028b; #!c',
  '({ __proto__: 1, "__proto__": 2 }); ({ a = 1 }); ({ get a() {}, set a(b) {}, async *c() {} })',
  '/[/]\\/(?<a>b)/dgimsuy.test(c); a /b/ c; /(/; /a/gg; /a/\\u0067; /a\n/',
  'a ||= b; c &&= d; e ??= f; g **= h; a?.b = 1; a?.`b`',
  '汉字 = ñ; a\u200db; 𠮷 = 𮯰; \\u{20bb7}; \\u6c49; 1汉; ·; a·; 1𠮷; \u{1f600}',
  '<!-- a\n--> b',
  '0x; 0b2; 08.5; 1e; .5e-3; 0o17n; 1.5n',
])('reads and refuses as Acorn does: %s', (text) => {
  expect(read(lean, text)).toBe(read(acorn, text));
  for (const part of text.split('; ')) expect(read(lean, part)).toBe(read(acorn, part));
});

test('makes names of the same characters, as far as both know them', () => {
  const different: string[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code);
    if (/\p{Cn}/u.test(character)) continue;
    for (const is of ['isIdentifierStart', 'isIdentifierChar'] as const)
      if (Boolean(lean[is](code, true)) !== Boolean(acorn[is](code, true))) different.push(`${is} ${code}`);
  }
  expect(different).toEqual([]);
});
