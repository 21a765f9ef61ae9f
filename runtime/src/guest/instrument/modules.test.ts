import { expect, it } from 'vitest';
import { instrument, moduleParameters } from './index.ts';

/** Loads modules that import each other by file name, and returns the exports of `main`. */
function load(files: Record<string, string>): Record<string, unknown> {
  const loaded = new Map<string, Record<string, unknown>>();
  const require = (name: string): Record<string, unknown> => {
    const known = loaded.get(name);
    if (known) return known;
    const outcome = instrument(files[name] ?? '', { file: name, level: 0 });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
    const exported: Record<string, unknown> = {};
    loaded.set(name, exported);
    const inserted: Record<string, unknown> = {
      require,
      exports: exported,
      $wl_m: () => {},
      $wl_f: (f: unknown) => f,
    };
    // The text is a module's body: this is how the guest runs it.
    // oxlint-disable-next-line typescript/no-implied-eval
    new Function(...moduleParameters, outcome.result.code)(...moduleParameters.map((name) => inserted[name]));
    return exported;
  };
  return require('main');
}

it('imports and exports under every form of name', () => {
  const { default: fallback, ...exported } = load({
    main: `import one, { two as deux, 'a b' as ab } from 'other';
import * as all from 'other'; import 'effect'
export * from 'other'; export * as other from 'other'; export { two as zwei, default as eins } from 'other';
export { deux }; export const { x, y: [z] } = { x: ab, y: [all.two] }; export let v, w = 2; export { v as 'c d' };
export default function () { return one; }`,
    other: `export default 1; export let two = 2; const ab = 3; export { ab as 'a b' };`,
  });
  expect({ ...exported, other: undefined }).toEqual({
    'a b': 3,
    'c d': undefined,
    deux: 2,
    eins: 1,
    other: undefined,
    two: 2,
    v: undefined,
    w: 2,
    x: 3,
    z: 2,
    zwei: 2,
  });
  expect((fallback as () => number)()).toBe(1);
  expect((fallback as () => number).name).toBe('default');
});

it('keeps bindings live through a cycle', () => {
  const { result } = load({
    main: `import { read } from 'other'; export let n = 1; export function one() { return n; } n = 2; export const result = read();`,
    other: `import { n, one } from 'main'; export const early = typeof one; export const read = () => [n, one(), early];`,
  });
  expect(result).toEqual([2, 2, 'function']);
});

it('separates a default export from what follows it on the line', () => {
  const { result } = load({
    main: `import make, { f } from 'other'; export const result = [typeof make, f]`,
    other: `import { g } from 'third'; export default class {}g(); export const f = 1; export interface I {} interface J {} export { J }`,
    third: 'export const g = () => {}',
  });
  expect(result).toEqual(['function', 1]);
});

it('runs imports first, wherever they stand', () => {
  const { result } = load({
    main: `export const result = a;\nimport { a } from 'other'`,
    other: 'export const a = 1',
  });
  expect(result).toBe(1);
});

it('renames an import where it is meant, and nothing else', () => {
  const { result } = load({
    main: `import { a, f } from 'other'
const seen: unknown[] = []
f(1)
seen.push(((a) => a)(2), { a }.a, { a: 3 }.a, \`\${a}\`)
a: for (;;) break a
{ let a = 4; seen.push(a) }
class C { a = a; m() { return this.a } }
seen.push(new C().m(), f\`x\`, (f)(1), f?.(1), new f().constructor === f)
if (a) f(1); else f(2)
export const result = seen`,
    other: `export const a = 1; export function f(this: unknown) { if (!new.target) return this === undefined }`,
  });
  expect(result).toEqual([2, 1, 3, '1', 4, 1, true, true, true, true]);
});

it('reports imports in the order of the text, without those of types', () => {
  const outcome = instrument(
    "import type { A } from 'a';\nimport { B, c } from 'b';\nexport * from 'd';\nimport 'e';\nc as B;",
    {
      file: 'a.ts',
    },
  );
  expect(outcome.ok && outcome.result.imports).toEqual([
    { specifier: 'b', line: 2 },
    { specifier: 'd', line: 3 },
    { specifier: 'e', line: 4 },
  ]);
});
