import { describe, expect, it } from 'vitest';
import { instrument } from './index.ts';
import type { RefusalCode } from './refusal.ts';

/** Findings as "line:column code data", of a refused file its refusals and of another its warnings. */
function findings(source: string): string[] {
  const outcome = instrument(source, { file: 'a.ts' });
  return (outcome.ok ? outcome.warnings : outcome.refusals).map(
    ({ code, line, column, data }) => `${line}:${column} ${[code, ...Object.values(data)].join(' ')}`,
  );
}

const inMethod = (text: string): string =>
  `class A {\n  *m(a: number, b?: string): Op<void> {\n${text}\n  }\n}`;

describe('refusals', () => {
  it.each<[RefusalCode, string, string[]]>([
    ['syntax-error', 'let a: number = 1;\nlet b = ;', ['2:9 syntax-error Unexpected token']],
    [
      'syntax-error',
      'let a: number = 1; let a = 2;',
      ["1:24 syntax-error Identifier 'a' has already been declared"],
    ],
    ['syntax-error', 'let a = 1 <!--b;', ["1:11 syntax-error Unexpected token '<!--'"]],
    ['reserved-name', 'let x: string = $wl_h;', ['1:17 reserved-name $wl_h']],
    ['reserved-name', 'let x = \\u0024wl_h;', ['1:9 reserved-name $wl_h']],
    ['reserved-name', 'function f($wl_r) {}', ['1:12 reserved-name $wl_r']],
    [
      'reserved-name',
      "require('x');\nlet exports;",
      ['1:1 reserved-name require', '2:5 reserved-name exports'],
    ],
    ['reserved-name', 'const f = () => arguments;', ['1:17 reserved-name arguments']],
    ['namespace', 'let a;\nexport namespace A.B { const c = 1; }', ['2:8 namespace A']],
    ['namespace', 'interface I {}\nmodule M {}', ['2:1 namespace M']],
    ['import-equals', "import a = require('a');", ['1:1 import-equals a']],
    ['import-equals', 'export import a = b.c;', ['1:8 import-equals a']],
    ['export-equals', 'export = 3;', ['1:1 export-equals']],
    ['decorator', 'class A {\n  @once x: number = 1;\n}', ['2:3 decorator']],
    ['accessor', 'class A { accessor x = 1; }', ['1:11 accessor']],
    ['using', 'function f() { using x = y(); }', ['1:16 using']],
    [
      'private-name',
      'class A { #x: number = 1; *#m() {} }',
      ['1:11 private-name #x', '1:27 private-name #m'],
    ],
    ['generator-field', 'class A { x: number; act = function* () {}; }', ['1:22 generator-field act']],
    ['collection-field', 'class A { x = new Map<string, number>(); }', ['1:15 collection-field x Map']],
    [
      'collection-field',
      'class A { static x = { a: new Uint8Array(4) }; }',
      ['1:27 collection-field x Uint8Array'],
    ],
    ['async', 'async function f() {}', ['1:1 async']],
    ['async', 'class A { async m() { await x; } }', ['1:11 async']],
    ['async', inMethod('await x;'), ['3:1 async']],
    ['async', inMethod('for await (const y of x);'), ['3:5 async']],
    ['top-level-await', 'const x: number = await y;', ['1:19 top-level-await']],
    ['dynamic-import', "const x = import('y');", ['1:11 dynamic-import']],
    ['import-meta', 'import.meta.url;', ['1:1 import-meta']],
    ['eval', "eval('1'); new Function('a');", ['1:1 eval eval', '1:16 eval Function']],
    ['plain-yield', inMethod('const x: number = yield this.a.get();'), ['3:19 plain-yield']],
    [
      'yield-outside-generator',
      inMethod('[1].forEach((x: number) => { yield* f(x); });'),
      ['3:30 yield-outside-generator'],
    ],
    ['yield-outside-generator', 'class A { m(): void { yield* f(); } }', ['1:23 yield-outside-generator']],
    ['yield-precedence', inMethod('const x: number = yield* this.a.get() + 1;'), ['3:19 yield-precedence +']],
    [
      'yield-precedence',
      inMethod('yield* f() === 3; yield* f() && g(); yield* !f(); yield* f() ? 1 : 2;'),
      [
        '3:1 yield-precedence ===',
        '3:19 yield-precedence &&',
        '3:38 yield-precedence !',
        '3:51 yield-precedence ? :',
      ],
    ],
    ['yield-not-called', inMethod('yield* this.m;'), ['3:1 yield-not-called this.m']],
    ['yield-not-called', 'function* f() { yield* f; }', ['1:17 yield-not-called f']],
  ])('%s: %s', (_, source, expected) => {
    expect(findings(source)).toEqual(expected);
  });
});

describe('forgotten yield*', () => {
  it.each([
    ['statement', 'this.m(1);', '3:1 forgotten-yield this.m statement'],
    ['statement', 'a && this.m(1);', '3:6 forgotten-yield this.m statement'],
    ['condition', 'while (this.m(1));', '3:8 forgotten-yield this.m condition'],
    ['condition', 'if (!this.m(1)) {}', '3:6 forgotten-yield this.m condition'],
    ['condition', 'x = this.m(1) ? 1 : 2;', '3:5 forgotten-yield this.m condition'],
    ['operand', 'x = this.m(1) + 1;', '3:5 forgotten-yield this.m operand'],
    ['return', 'return this.m(1);', '3:8 forgotten-yield this.m return'],
    ['statement', 'const f = () => { this.m(1); };', '3:19 forgotten-yield this.m statement'],
  ])('is refused as a %s: %s', (_, text, expected) => {
    expect(findings(inMethod(text))).toEqual([expected]);
  });

  it.each([
    'yield* this.m(1);',
    'yield* (a ? this.m(1) : this.m(2));',
    'const op = this.m(1); yield* op;',
    'const call = () => this.m(1);',
    'function f() { this.m(); }',
    'other.m();',
  ])('is not seen in %s', (text) => {
    expect(findings(inMethod(text))).toEqual([]);
  });

  it('is refused for generators of the module, and not for a variable that may hold another', () => {
    expect(findings('function* f() {}\nlet g = function* () {};\nf();\ng();')).toEqual([
      '3:1 forgotten-yield f statement',
    ]);
  });

  it('knows statics from methods', () => {
    expect(findings('class A { static *s() { this.s(); this.m(); } *m() { this.s(); } }')).toEqual([
      '1:25 forgotten-yield this.s statement',
    ]);
  });

  it('is only a warning where the name alone speaks for it', () => {
    const text = 'this.busy.set(true); if (this.busy.get()) {} super.m(); const x = this.busy.get();';
    expect(findings(inMethod(text).replace('class A', 'class A extends B'))).toEqual([
      '3:1 maybe-forgotten-yield this.busy.set statement',
      '3:26 maybe-forgotten-yield this.busy.get condition',
      '3:46 maybe-forgotten-yield super.m statement',
    ]);
    expect(findings("import { IOLockLock } from 'workloop';\nIOLockLock(lock);")).toEqual([
      '2:1 maybe-forgotten-yield IOLockLock statement',
    ]);
  });
});

describe('assigned outer variables', () => {
  it.each([
    [
      'of the module, from a method',
      'let n: number = 0; class A { *m() { n++; } }',
      ['1:37 assigned-outer-variable n module'],
    ],
    [
      'of the module, from a field',
      'let n = 0; class A { id = n++; }',
      ['1:27 assigned-outer-variable n module'],
    ],
    [
      'of the module, from an arrow',
      'let n = 0; const f = () => ([n] = [1]);',
      ['1:30 assigned-outer-variable n module'],
    ],
    [
      'of a factory, from a class',
      'function f() { let n = 0; return class { *m() { n = 1; } }; }',
      ['1:49 assigned-outer-variable n function'],
    ],
    [
      'of a factory, from a plain method',
      'function f() { let n = 0; return class { m() { n = 1; } }; }',
      ['1:48 assigned-outer-variable n function'],
    ],
    [
      'of a factory, from a generator',
      'function f() { let n = 0; return function* () { n = 1; }; }',
      ['1:49 assigned-outer-variable n function'],
    ],
    [
      'of a generator, from an object with one',
      'function* f() { let n = 0; return { *m() { n = 1; } }; }',
      ['1:44 assigned-outer-variable n function'],
    ],
    ['that are imports', "import { n } from 'x';\nn = 1;", ['2:1 assigned-outer-variable n import']],
  ])('are refused: %s', (_, source, expected) => {
    expect(findings(source)).toEqual(expected);
  });

  it.each([
    'let n = 0; n = 1; for (n of [1]);',
    'let n = 0; class A { static { n = 1; } }',
    'class A { static n = 0; static { let m = 0; m++; } }',
    'function* f() { let n = 0; [1].forEach((x) => { n += x; }); }',
    'function* f() { let n = 0; yield* run(function* () { n = 1; }); }',
    'function f() { let n = 0; return () => n++; }',
    'enum E { A, B } export enum F { C = E.A }',
    'function f(n) { { let n; n = 1; } }',
  ])('are not seen in %s', (source) => {
    expect(findings(source)).toEqual([]);
  });
});

it('reports every refusal, in the order of the text', () => {
  expect(findings("namespace A {}\nclass B { #x; }\nimport b = require('b');\nimport('y');")).toEqual([
    '1:1 namespace A',
    '2:11 private-name #x',
    '3:1 import-equals b',
    '4:1 dynamic-import',
  ]);
});

it('refuses what is nested too deeply to be read', () => {
  const depth = 50_000;
  expect(findings(`let a = ${'['.repeat(depth)}${']'.repeat(depth)};`)).toEqual(['1:1 nested-too-deeply']);
});

it('allows declarations that are types only', () => {
  expect(
    findings(
      'declare namespace N { const a: number; }\ndeclare global { namespace M {} }\nlet namespace = 1;\nnamespace;',
    ),
  ).toEqual([]);
});
