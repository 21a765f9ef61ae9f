import { join } from 'node:path';
import { build } from 'esbuild';
import * as Sucrase from 'sucrase';
import { expect, test } from 'vitest';
import { coursePrograms } from './coursePrograms.ts';
import { leanSucrase } from './leanSucrase.ts';

interface Loaded {
  transform: typeof Sucrase.transform;
  getFormattedTokens: typeof Sucrase.getFormattedTokens;
}

const { outputFiles } = await build({
  stdin: {
    contents: "export { transform, getFormattedTokens } from 'sucrase';",
    resolveDir: join(import.meta.dirname, '../runtime'),
  },
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  plugins: [leanSucrase],
});
const address = `data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`;
const lean = (await import(/* @vite-ignore */ address)) as Loaded;

/** As the engine asks. */
function made({ transform, getFormattedTokens }: Loaded, text: string): unknown[] {
  try {
    const { code, sourceMap } = transform(text, {
      transforms: ['typescript'],
      disableESTransforms: true,
      filePath: 'a.ts',
      sourceMapOptions: { compiledFilename: 'a.ts' },
    });
    const tokens = getFormattedTokens(text, { transforms: ['typescript'] });
    return [code, sourceMap?.mappings, tokens.match(/^\d+:\d+-\d+:\d+ /gm)];
  } catch (error) {
    return [String(error), (error as { loc?: object }).loc];
  }
}

test('makes of every program of the course what Sucrase makes of it', () => {
  expect(coursePrograms.length).toBeGreaterThan(100);
  for (const text of coursePrograms) expect(made(lean, text)).toEqual(made(Sucrase, text));
});

test.each([
  'const a = <T>(x: T) => x;',
  'const a = <div>{b}</div>;',
  'const a = <string>b;',
  'type A = {| b: number |};',
  'import type { A } from "a"; export type { A }; import b, { type C } from "b"; b;',
  'enum A { B = 1, C } namespace D { export const e = 1; }',
  'class A<T> extends B<T> implements C { declare d: number; private constructor(readonly e?: string) { super(); } }',
  'abstract class A { abstract b(): void; static #c = 1; accessor d = 2; @e f() {} }',
  'let a = b satisfies C as const; let d = e!; f?.g ?? h;',
  'function* a(this: B, c: number): Generator<D> { yield* e<F>(c); }',
  'const = 1;',
  'import a = require("a"); export = a;',
  'a?.b?.[c]?.(d); delete a?.b; a ??= 1_000; try { } catch { }',
  'abstract class A { override readonly b?: string; static { } get #c() { return 1; } [d]: number = 2; "e" = 3; 4 = 5 }',
  'export default interface A { } export abstract class B<in out T> { } declare module "c" { } declare global { }',
  'let a: asserts b is C; let d: unique symbol; let e: (f: G) => H extends infer I ? I : never; async <T,>(a) => await b;',
  'const a = 1\r\nnamespace B {\r\n}\rmodule.c; /a/g; `b${c}d`; 0x1n',
  'export * as a from "b"; export { c as default } from "d"; import e, * as f from "g"; f; import h = i.j; h;',
  'using a = b; await using c = d; @e class F { @g() h; } a! = b!; <T>c; for (const x of <T>y) ;',
  'class A { constructor(public a = 1, private readonly b: C) { "use strict"; this.c; } }',
])('takes and refuses as Sucrase does: %s', (text) => {
  expect(made(lean, text)).toEqual(made(Sucrase, text));
});
