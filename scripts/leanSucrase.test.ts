import { join } from 'node:path';
import { build } from 'esbuild';
import { transform } from 'sucrase';
import { expect, test } from 'vitest';
import { coursePrograms } from './coursePrograms.ts';
import { leanSucrase } from './leanSucrase.ts';

const root = join(import.meta.dirname, '..');
const { outputFiles } = await build({
  stdin: { contents: "export { transform } from 'sucrase';", resolveDir: join(root, 'runtime') },
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  plugins: [leanSucrase],
});
const address = `data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`;
const { transform: lean } = (await import(/* @vite-ignore */ address)) as { transform: typeof transform };

/** As the engine asks: a learner's file, and one of ours. */
const ways: readonly Parameters<typeof transform>[1][] = [
  {
    transforms: ['typescript'],
    disableESTransforms: true,
    filePath: 'a.ts',
    sourceMapOptions: { compiledFilename: 'a.ts' },
  },
  { transforms: ['typescript', 'imports'] },
];

function made(by: typeof transform, text: string): unknown[] {
  return ways.map((way) => {
    try {
      return by(text, way);
    } catch (error) {
      return String(error);
    }
  });
}

test('makes of every program of the course what Sucrase makes of it', () => {
  expect(coursePrograms.length).toBeGreaterThan(100);
  for (const text of coursePrograms) expect(made(lean, text)).toEqual(made(transform, text));
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
])('takes and refuses as Sucrase does: %s', (text) => {
  expect(made(lean, text)).toEqual(made(transform, text));
});
