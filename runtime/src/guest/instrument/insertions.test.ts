import { describe, expect, it } from 'vitest';
import { instrument, type Level } from './index.ts';

/** The instrumented text, without the module's beginning and end. */
function code(source: string, level: Level = 3): string {
  const outcome = instrument(source, { file: 'a.ts', level });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.result.code.replace(/^"use strict";/, '').replace(/;\$wl_m\(.*$/, '');
}

/** The instrumented body of a generator method. */
function body(text: string, level: Level = 3): string {
  const prefix = 'class A {static{$wl_c(this)}#$wl=$wl_b(this); *m() {const $wl_r=$wl_e();';
  const whole = code(`class A { *m() {${text}} }`, level);
  expect(whole.startsWith(prefix)).toBe(true);
  return whole.slice(prefix.length, -'} }'.length);
}

describe('lines', () => {
  it('gives every yield* its line, at level 0 too', () => {
    expect(code('function* f() {\n  return yield* x.get(yield* y.get());\n}', 0)).toBe(
      'function* f() {\n  return yield* $wl_l(2,x.get(yield* $wl_l(2,y.get())));\n}',
    );
  });

  it('keeps the parentheses of what it wraps', () => {
    expect(body('yield* (a, b());', 1)).toBe('yield* $wl_l(1,(a, b()));');
  });
});

describe('the library', () => {
  const library = (text: string): string => {
    const outcome = instrument(text, { file: 'a.ts', level: 0, isLibrary: true });
    return outcome.ok ? outcome.result.code.replace(/^"use strict";|;\$wl_m\(.*$/g, '') : '';
  };

  it.each([
    'a = $wl_v(this.word.get());',
    'a = $wl_v(vector.word.set(1));',
    'a = $wl_v(this[chain].get());',
    'a = $wl_v(this.words[1].get());',
    'a = $wl_v(lock(this.mutex, 1));',
    "a = $wl_v(ask({ type: 'load', cell: this.word }));",
  ])('vouches for what names a field: %s', (text) => {
    expect(library(text.replace(/\$wl_v\((.*)\);$/, '$1;'))).toBe(text);
  });

  it.each([
    'a = cell.get();',
    'a = lock(mutex);',
    'a = block();',
    'a = action.apply(this.owner, args);',
    'a = loop.sleepGate(this.word);',
    'a = this.checkForWork();',
    'a = ask({ cell: this });',
  ])('vouches for nothing else: %s', (text) => {
    expect(library(text)).toBe(text);
  });

  it('is the only one to vouch', () => {
    expect(code('a = this.word.get();')).toBe('a = this.word.get();');
  });
});

describe('procedures', () => {
  it('wraps classes first thing in their body, anonymous ones too', () => {
    expect(code('const A = class extends B { x = 1 };')).toBe(
      'const A = class extends B {static{$wl_c(this)}#$wl=$wl_b(this); x = 1 };',
    );
  });

  it('leaves a class alone whose methods capture a variable that changes', () => {
    expect(code('function f() { let n = 0; n = 1; return class { *m() { return n; } }; }')).toContain(
      'return class {#$wl=$wl_b(this); *m()',
    );
  });

  it('wraps generator declarations of the module before anything runs', () => {
    expect(code('g();\nfunction* f() {}')).toBe('f=$wl_p(f);g();\nfunction* f() {const $wl_r=$wl_e();}');
  });

  it('wraps generator expressions of the module and keeps their names', () => {
    expect(code('const f = function*() {}; const g = function* h() {};')).toBe(
      'const f = $wl_p(function*() {const $wl_r=$wl_e();},"f"); const g = $wl_p(function* h() {const $wl_r=$wl_e();});',
    );
  });

  it('wraps a default export that has no name', () => {
    expect(code('export default function*() {}')).toContain(
      '{default:$wl_p(function*() {const $wl_r=$wl_e();},"default")}',
    );
  });

  it.each([
    ['let x; x = function*() {};', 'x'],
    ['let [x = function*() {}] = [];', 'x'],
    ["run({ 'a b': (function*() {}) });", 'a b'],
  ])('keeps the name that %s gives', (text, name) => {
    expect(body(text, 1)).toContain(`,1,[],"${name}")`);
  });

  it('makes a value of a closure over variables that never change', () => {
    expect(body('const x = 1; run(function*() { return x; });', 1)).toBe(
      'const x = 1; run($wl_k(function*() {const $wl_r=$wl_e(); return x; },1,[x]));',
    );
  });

  it('does not count the own name of a closure or a class among what it captures', () => {
    expect(body('run(function* g() { run(g); });', 1)).toContain('},1,[])');
    expect(code('class A { *m() { run(function*() { return A; }); } }', 1)).toContain('},1,[])');
  });

  it.each([
    ['a variable that is assigned', 'let x = 1; run(function*() { return x; }); x = 2;'],
    ['a var with a value, which a loop may change', 'var x = 1; run(function*() { return x; });'],
    ['a variable declared later', 'run(function*() { return x; }); const x = 1;'],
    ['a name of a switch', 'switch (1) { case 1: const x = 1; run(function*() { return x; }); }'],
    ['a variable that the closure assigns', 'let x = 1; run(function*() { x = 2; });'],
  ])('leaves a closure inline over %s', (_, text) => {
    expect(body(text, 1)).not.toContain('$wl_k');
  });

  it('leaves a closure inline that captures the variable of a loop of the module', () => {
    expect(code('for (let i = 0; i < 2; i++) run(function*() { return i; });')).not.toMatch(/\$wl_[kp]/);
  });

  it('leaves generators of object literals inline', () => {
    expect(code('const o = { *m() {} };')).toBe('const o = { *m() {const $wl_r=$wl_e();} };');
  });

  it('inserts none at level 0', () => {
    expect(code('function* f() {}\nclass A { *m() {} }', 0)).toBe('function* f() {}\nclass A { *m() {} }');
  });
});

describe('places', () => {
  it('stands before every statement of a list that contains a yield*, labels included', () => {
    expect(body('let a = 1; out: { yield* f(); } g();')).toBe(
      'let a = 1; $wl_r&&$wl_h(1,[a]);out: { $wl_r&&$wl_h(2,[a]);yield* $wl_l(1,f()); } g();',
    );
  });

  it('knows parameters, catch parameters, loop variables and vars', () => {
    const text = code(
      'function* f(p, { q }, ...r) { try {} catch (e) { for (let i = 0; i < 1; i++) { var v; yield* g(); } } }',
    );
    expect(text).toContain('$wl_h(4,[p,q,r,v,e,i])');
  });

  it('makes loop heads at level 2 and no statements', () => {
    expect(body('while (a) yield* f();', 2)).toBe('while ($wl_r&&$wl_h(1,[]),a) yield* $wl_l(1,f());');
    expect(body('for (let i = 0; i < 3; i++) yield* f();', 2)).toBe(
      'for (let i = 0; $wl_r&&$wl_h(1,[i]),i < 3; i++) yield* $wl_l(1,f());',
    );
    expect(body('do { yield* f(); } while (a)', 2)).toBe(
      'do {$wl_r&&$wl_h(1,[]); yield* $wl_l(1,f()); } while (a)',
    );
    expect(body('do yield* f(); while (a)', 2)).toBe(
      'do {$wl_r&&$wl_h(1,[]);yield* $wl_l(1,f());} while (a)',
    );
  });

  it.each([
    'for (;;) yield* f();',
    'for (/* ; */;/* ; */;) yield* f();',
    'for (let i = ";"; ; i++) yield* f();',
  ])('gives %s a test', (text) => {
    expect(body(text, 2)).toMatch(/; ?(\/\* ; \*\/)?\$wl_r&&\$wl_h\(1,\[i?\]\),true; ?(i\+\+)?\) yield/);
  });

  it('makes none in a loop without a yield*', () => {
    expect(body('while (a) b();')).toBe('while (a) b();');
  });

  it('makes none for the yield* of a nested generator', () => {
    expect(body('function* g() { yield* f(); }', 2)).toBe(
      '$wl_f(g);function* g() {const $wl_r=$wl_e(); yield* $wl_l(1,f()); }',
    );
  });

  it('numbers its places once in a file', () => {
    const places = [
      ...code('function* f() { yield* x(); }\nfunction* g() { yield* x(); run(function*() {}); }').matchAll(
        /(?:_h\(|\},)(\d+)/g,
      ),
    ];
    expect(new Set(places.map((place) => place[1])).size).toBe(3);
  });
});

describe('functions', () => {
  it('freezes literals and declarations that are not announced, with their names', () => {
    expect(body('const f = () => 1; const g = function h() {}; { function k() {} } let l = () => 2;')).toBe(
      'const f = $wl_f(() => 1,"f"); const g = $wl_f(function h() {}); {$wl_f(k); function k() {} } let l = () => 2;',
    );
  });

  it('freezes what a closure was made of', () => {
    expect(body('const f = function*() {};')).toBe(
      'const f = $wl_f($wl_k(function*() {const $wl_r=$wl_e();},1,[],"f"),"f");',
    );
  });
});

describe('bindings', () => {
  it('hands over every name of the module that is not an import, after a last comment too', () => {
    const outcome = instrument(
      "import { a } from 'x';\na();\nexport const b = 1, { c } = b;\nlet d;\nclass E {}\nfunction f() {}\nenum G { H }\n{ let i; } // end",
      { file: 'a.ts' },
    );
    expect(outcome.ok && outcome.result.code.split('\n').at(-1)).toBe(
      '{ let i; };$wl_m(()=>({b,c,d,E,f,G})); // end',
    );
  });

  it('hands over nothing of an empty file', () => {
    expect(code('')).toBe('');
  });
});
