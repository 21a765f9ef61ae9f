/**
 * Small programs, one per condition under which a history may or may not restart.
 *
 * Each source is a module that imports `load(cell)` and `store(cell, value)` from `cells`, operations on numbered
 * cells that all start at 0, and exports `function* program()`. (They are imported, not arguments: an argument would be
 * a local, and one that cannot be written down.) To judge a program, run it beside a second thread that stores 1 in cell
 * 0 at any time, under every schedule: `outcomes` are the values that cell 1 can end with. They must be the same at
 * every level. Whoever drops the condition takes two histories for one, and loses an outcome or throws.
 *
 * Most programs load cell 0, hide what they saw (0 or 1) in the way that their name says, forget `seen`, pass a place
 * (`yield* load(2)`, whose answer is always 0), and store what they hid.
 */
export interface Directed {
  name: string;
  source: string;
  outcomes: readonly unknown[];
  /** Locals announced at level 3 in `program` and what it is made of: a string a place, in the order of the text. */
  announces?: readonly string[];
}

const header = `import { load, store } from 'cells';\n`;

function whole(name: string, source: string, announces?: string[], outcomes: unknown[] = [0, 1]): Directed {
  return { name, source: header + source, outcomes, ...(announces && { announces }) };
}

function body(name: string, text: string, announces?: string[], outcomes?: unknown[]): Directed {
  return whole(name, `export function* program() {\n${text}\n}\n`, announces, outcomes);
}

/** Hides `seen` in what follows it, and stores what `reveal` finds. `announces`: at the two later places, and what is hoisted. */
function hides(
  name: string,
  hide: string,
  reveal: string,
  announces?: [later: string, hoisted?: string],
  outcomes?: unknown[],
): Directed {
  const text = `let seen = yield* load(0);\n${hide}\nseen = 0;\nyield* load(2);\nyield* store(1, ${reveal});`;
  const [later = '', hoisted = ''] = announces ?? [];
  return body(name, text, announces && [hoisted, later, later], outcomes);
}

/** Hides `seen` in how a value differs from another. */
function value(name: string, make: string, isSeen: string, outcomes?: unknown[]): Directed {
  return hides(`value: ${name}`, `const kept = ${make};`, `${isSeen} ? 1 : 0`, ['seen,kept'], outcomes);
}

const locals: Directed[] = [
  body('a local', `const seen = yield* load(0); yield* load(2); yield* store(1, seen);`, [
    '',
    'seen',
    'seen',
  ]),
  body('a dropped result', `yield* load(0); yield* load(2); yield* store(1, 5);`, ['', '', ''], [5]),
  hides('var in a block', `if (seen) { var kept = 1; }`, `kept ?? 0`, ['seen,kept', 'kept']),
  hides('var in a loop', `for (var i = 0; i < seen; i++);`, `i`, ['seen,i', 'i']),
  hides('destructured', `const { a: [kept = 9] } = { a: [seen] };`, `kept`, ['seen,kept']),
  body('catch parameter', `try { throw yield* load(0); } catch (e) { yield* load(2); yield* store(1, e); }`, [
    '',
    '',
    'e',
    'e',
  ]),
  whole(
    'parameter mutated',
    `function* inner(x) { x += 1; yield* load(2); yield* store(1, x - 1); }
     export function* program() { yield* inner(yield* load(0)); }`,
    ['x', 'x', ''],
  ),
  whole(
    'parameter destructured',
    `function* inner({ x }) { yield* load(2); yield* store(1, x); }
     export function* program() { yield* inner({ x: yield* load(0) }); }`,
    ['x', 'x', ''],
  ),
  whole(
    'closure in a default',
    `function* inner(x, get = () => x) { var x; x = 0; yield* load(2); yield* store(1, get()); }
     export function* program() { yield* inner(yield* load(0)); }`,
    ['x,get', 'x,get', ''],
  ),
];

const functions: Directed[] = [
  hides('let that holds a function', `let f = () => 0; if (seen) f = () => 1;`, `f()`, ['seen,f']),
  hides('const chosen among functions', `const f = seen ? () => 1 : () => 0;`, `f()`, ['seen,f']),
  hides('function declaration assigned', `function f() { return 0; } if (seen) f = () => 1;`, `f()`, [
    'seen,f',
    'f',
  ]),
  hides('function literal over a local', `const kept = seen; const f = () => kept;`, `f()`, ['seen,kept']),
  hides('function declaration over a local', `const kept = seen; function f() { return kept; }`, `f()`, [
    'seen,kept',
  ]),
  hides(
    'function of a block that is over',
    `let f; { const kept = seen; function inner() { return kept; } f = inner; }`,
    `f()`,
    ['seen,f'],
  ),
  hides(
    'closure of an iteration',
    `const f = []; for (let i = 0; i < 2; i++) if (i === seen) f.push(() => i);`,
    `f[0]()`,
  ),
  body(
    'closure in the head of a for',
    `for (let i = yield* load(0), f = () => i; ; ) { i = 5; yield* load(2); yield* store(1, f()); return; }`,
    ['', 'i,f', 'i,f', 'i,f'],
  ),
  hides(
    'property of a frozen function',
    `const f = () => 0; try { f.kept = seen; } catch {}`,
    `f.kept ?? 5`,
    ['seen'],
    [5],
  ),
  hides(
    'property of a frozen prototype',
    `const f = function () {}; try { f.prototype.kept = seen; } catch {}`,
    `f.prototype.kept ?? 5`,
    ['seen'],
    [5],
  ),
  hides('property of a function', `let f = () => 0; f.kept = seen; f = f;`, `f.kept`, ['seen,f']),
  hides('name of a function', `const f = () => 0;`, `f.name`, ['seen'], ['f']),
  hides('assigned by a callback', `let kept = 0; [seen].forEach((x) => { kept += x; });`, `kept`, [
    'seen,kept',
  ]),
];

const hidden: Directed[] = [
  body('shadow', `let x = yield* load(0); { let x = 5; yield* load(2); } yield* store(1, x);`, [
    '',
    'x',
    'x',
  ]),
  body(
    'shadow declared later in the block',
    `let x = yield* load(0); { yield* load(2); let x = 5; } yield* store(1, x);`,
    ['', 'x', 'x'],
  ),
  body(
    'shadow beside a closure',
    `let x = yield* load(0); const get = () => x; { let x = 5; yield* load(2); yield* store(1, get()); }`,
    ['', 'x'],
  ),
  body(
    'shadow in the head of a for',
    `let x = yield* load(0); for (let x = 0; x < 1; x++) yield* load(2); yield* store(1, x);`,
    ['', 'x', 'x'],
  ),
  whole(
    'finally with a pending return',
    `function* choose() { try { return yield* load(0); } finally { yield* load(2); } }
     export function* program() { yield* store(1, yield* choose()); }`,
    ['', '', ''],
  ),
  body(
    'finally with a pending throw',
    `try { try { throw new Error(String(yield* load(0))); } finally { yield* load(2); } }
     catch (e) { yield* store(1, Number(e.message)); }`,
    ['', '', '', 'e'],
  ),
  body(
    'finally with a pending break',
    `one: { zero: { try { if (yield* load(0)) break one; else break zero; } finally { yield* load(2); } }
     yield* store(1, 0); return; } yield* store(1, 1);`,
    ['', '', '', '', '', ''],
  ),
  whole(
    'loop in a finally',
    `function* choose() { try { return yield* load(0); } finally { for (let i = 0; i < 1; i++) { yield* load(2); } } }
     export function* program() { yield* store(1, yield* choose()); }`,
    ['', '', ''],
  ),
  whole(
    'try in a finally',
    `function* choose() { try { return yield* load(0); } finally { try { yield* load(2); } catch { yield* load(3); } } }
     export function* program() { yield* store(1, yield* choose()); }`,
    ['', '', ''],
  ),
  body(
    'for…of',
    `let n = 0; for (const x of (yield* load(0)) ? [0] : [0, 0]) { yield* load(2); n++; } yield* store(1, 2 - n);`,
    ['n', 'n'],
  ),
  body(
    'loop in a for…of',
    `let n = 0; for (const x of (yield* load(0)) ? [0] : [0, 0]) { for (let i = 0; i < 1; i++) { yield* load(2); } n++; }
     yield* store(1, 2 - n);`,
    ['n', 'n'],
  ),
  body(
    'for…in',
    `let n = 0; for (const x in (yield* load(0)) ? { a: 0 } : { a: 0, b: 0 }) { yield* load(2); n++; } yield* store(1, 2 - n);`,
    ['n', 'n'],
  ),
  body(
    'switch with names of its own',
    `const seen = yield* load(0); switch (seen) { case 0: let kept = 0; default: yield* load(2); yield* store(1, seen); }`,
    ['', 'seen'],
  ),
  body(
    'switch without',
    `const seen = yield* load(0); switch (seen) { case 0: yield* load(2); default: yield* load(3); yield* store(1, seen); }`,
    ['', 'seen', 'seen', 'seen', 'seen'],
  ),
  whole(
    'arguments',
    `function* inner(x) { x = 0; yield* load(2); yield* store(1, arguments[0]); }
     export function* program() { yield* inner(yield* load(0)); }`,
    [''],
  ),
  whole(
    'arguments through an arrow',
    `function* inner(x) { x = 0; const get = () => arguments[0]; yield* load(2); yield* store(1, get()); }
     export function* program() { yield* inner(yield* load(0)); }`,
    [''],
  ),
];

const written: Directed[] = [
  hides(
    'two locals share an object',
    `const a = { n: 0 }; const b = seen ? a : { n: 0 };`,
    `((a.n = 1), b.n)`,
    ['seen,a,b'],
  ),
  hides(
    'two fields share an object',
    `const o = { n: 0 }; const p = { a: o, b: seen ? o : { n: 0 } };`,
    `((p.a.n = 1), p.b.n)`,
  ),
  hides('cycle', `const a = { next: null }; a.next = seen ? a : { next: a };`, `Number(a.next === a)`, [
    'seen,a',
  ]),
  value('-0', `seen ? -0 : 0`, `Object.is(kept, -0)`),
  value('NaN', `seen ? NaN : 'NaN'`, `typeof kept === 'number'`),
  value('NaN and 0', `seen ? NaN : 0`, `kept !== kept`),
  value('number and string', `seen ? 1 : '1'`, `kept === 1`),
  value('number and boolean', `seen ? 1 : true`, `kept === 1`),
  value('bigint', `seen ? 1n : 1`, `typeof kept === 'bigint'`),
  value('undefined and null', `seen ? undefined : null`, `kept === undefined`),
  value('undefined and absent', `seen ? { a: undefined } : {}`, `'a' in kept`),
  value('hole', `seen ? [,] : [undefined]`, `!(0 in kept)`),
  value('array and object', `seen ? [] : {}`, `Array.isArray(kept)`),
  value('key order', `seen ? { a: 0, b: 0 } : { b: 0, a: 0 }`, `Object.keys(kept)[0] === 'a'`),
  value('extra property of an array', `Object.assign([], seen ? { extra: 0 } : {})`, `'extra' in kept`),
  value('frozen', `seen ? Object.freeze({ a: 0 }) : { a: 0 }`, `Object.isFrozen(kept)`),
  value('not extensible', `seen ? Object.preventExtensions({}) : {}`, `!Object.isExtensible(kept)`),
  value(
    'not enumerable',
    `Object.defineProperty({}, 'a', { value: 0, writable: true, configurable: true, enumerable: !seen })`,
    `Object.keys(kept).length === 0`,
  ),
  value(
    'not writable',
    `Object.defineProperty({}, 'a', { value: 0, enumerable: true, configurable: true, writable: !seen })`,
    `!Object.getOwnPropertyDescriptor(kept, 'a').writable`,
  ),
  value(
    'not configurable',
    `Object.defineProperty({}, 'a', { value: 0, enumerable: true, writable: true, configurable: !seen })`,
    `!Object.getOwnPropertyDescriptor(kept, 'a').configurable`,
  ),
  value(
    'fixed length',
    `Object.defineProperty([], 'length', { writable: !seen })`,
    `!Object.getOwnPropertyDescriptor(kept, 'length').writable`,
  ),
  value('accessor', `((x) => ({ get a() { return x; } }))(seen)`, `kept.a`),
  value('symbol key', `seen ? { [Symbol.iterator]: 0 } : {}`, `Symbol.iterator in kept`),
  value('symbol', `((s) => [s, seen ? s : Symbol('a')])(Symbol('a'))`, `kept[0] === kept[1]`),
  value('prototype', `Object.create({ a: seen })`, `kept.a`),
  value('null prototype', `seen ? Object.create(null) : {}`, `Object.getPrototypeOf(kept) === null`),
  value('Map', `new Map([[0, seen]])`, `kept.get(0)`),
  value('Map order', `new Map(seen ? [[1, 0], [2, 0]] : [[2, 0], [1, 0]])`, `[...kept.keys()][0] === 1`),
  value('Map and its keys', `((k) => [k, new Map([[seen ? k : {}, 0]])])({})`, `kept[1].has(kept[0])`),
  value('Set order', `new Set(seen ? [1, 2] : [2, 1])`, `[...kept][0] === 1`),
  value('property of a Map', `Object.assign(new Map(), { a: seen })`, `kept.a`),
  value('Map and Set', `seen ? new Map() : new Set()`, `kept instanceof Map`),
  value('WeakMap', `((k) => [k, new WeakMap([[k, seen]])])({})`, `kept[1].get(kept[0])`),
  value('RegExp', `Object.assign(/a/g, { lastIndex: seen })`, `kept.lastIndex`),
  value('Error', `new Error(String(seen))`, `Number(kept.message)`),
  value('extra property of an Error', `Object.assign(new Error('a'), { extra: seen })`, `kept.extra`),
  value('cause of an Error', `new Error('a', { cause: seen })`, `kept.cause`),
  value('local class', `class { static a = seen; }`, `kept.a`),
  value('instance', `new (class { a = seen; })()`, `kept.a`),
  value('generator', `((x) => [x].values())(seen)`, `kept.next().value`),
  value('typed array', `new Uint8Array([seen])`, `kept[0]`),
  value('boxed', `Object(seen)`, `kept.valueOf()`),
  value('Proxy', `((x) => new Proxy({}, { get: () => x }))(seen)`, `kept.a`),
  value('bound function', `((x) => x).bind(null, seen)`, `kept()`),
];

const flow: Directed[] = [
  body(
    'continue with a label',
    `let n = 0; outer: for (let i = 0; i < 2; i++) { while (true) { if (yield* load(0)) continue outer; n++; break; } }
     yield* store(1, n);`,
    ['n', 'n,i', 'n,i', 'n,i', 'n,i', 'n'],
    [0, 1, 2],
  ),
  body(
    'continue in a do',
    `let n = 0; do { n++; if (n < 3) continue; yield* load(2); } while (n < 3); yield* store(1, n);`,
    ['n', 'n', 'n', 'n'],
    [3],
  ),
  body(
    'do without a block',
    `let n = 0; do yield* load(2); while (n++ < 2) yield* store(1, n);`,
    ['n', 'n', 'n'],
    [3],
  ),
  body(
    'do between if and else',
    `let n = 0; if (yield* load(0)) do yield* load(2); while (n++ < 1); else yield* load(3); yield* store(1, n);`,
    ['n', 'n', 'n'],
    [0, 2],
  ),
  body(
    'for without a test',
    `let n = 0; for (;;) { if (++n > 2) break; yield* load(2); } yield* store(1, n);`,
    undefined,
    [3],
  ),
  body('spin', `while (!(yield* load(0))); yield* store(1, 7);`, ['', '', ''], [7]),
  body(
    'throw in a loop',
    `for (let i = 0; ; i++) { try { if ((yield* load(0)) || i > 0) throw i; } catch (e) { yield* store(1, e); return; } }`,
    ['', 'i', 'i', 'i', 'i,e'],
  ),
];

const procedures: Directed[] = [
  hides(
    'closure over a constant',
    `const kept = seen; const f = function* () { yield* load(2); return kept; };`,
    `yield* f()`,
    undefined,
  ),
  hides(
    'closure over a variable',
    `let kept = 0; const f = function* () { kept = 1; yield* load(2); }; if (seen) yield* f();`,
    `kept`,
  ),
  whole(
    'closure as an argument',
    `function* run(action) { yield* load(2); yield* action(); }
     export function* program() {
       const seen = yield* load(0);
       yield* run(function* () { yield* load(2); yield* store(1, seen); });
     }`,
  ),
  whole(
    'closure that assigns, as an argument',
    `function* run(action) { yield* load(2); yield* action(); yield* load(2); }
     export function* program() {
       let kept = 0;
       yield* run(function* () { kept = yield* load(0); });
       yield* store(1, kept);
     }`,
  ),
  hides(
    'inline closure',
    `const kept = seen; const f = () => kept;`,
    `yield* (function* () { yield* load(2); return f(); })()`,
  ),
  hides(
    'nested generator declaration',
    `const kept = seen; function* f() { yield* load(2); return kept; }`,
    `yield* f()`,
    undefined,
  ),
  hides(
    'object with a generator',
    `const kept = seen; const o = { *f() { yield* load(2); return kept; } };`,
    `yield* o.f()`,
  ),
  whole(
    'recursion',
    `function* down(n) { if (n === 0) return yield* load(0); const below = yield* down(n - 1); yield* load(2); return below; }
     export function* program() { yield* store(1, yield* down(2)); }`,
  ),
  whole(
    'method, override and super',
    `class Base { *get() { return yield* load(0); } static *make() { yield* load(2); return new Derived(); } }
     class Derived extends Base { *get() { const below = yield* super.get(); yield* load(2); return below; } }
     export function* program() { const made = yield* Derived.make(); yield* store(1, yield* made.get()); }`,
  ),
  whole(
    'throw across a procedure',
    `function* fail() { const seen = yield* load(0); yield* load(2); if (seen) throw new TypeError('seen'); }
     export function* program() { try { yield* fail(); yield* store(1, 0); } catch (e) { yield* store(1, e.name); } }`,
    undefined,
    [0, 'TypeError'],
  ),
  whole(
    'finally across a procedure',
    `function* fail() { try { if (yield* load(0)) throw new Error('seen'); } finally { yield* load(2); } }
     export function* program() { let n = 0; try { yield* fail(); } catch { n = 1; } finally { yield* load(3); } yield* store(1, n); }`,
  ),
  whole(
    'error of the engine',
    `function* fail() { const o = (yield* load(0)) ? null : { a: 0 }; yield* load(2); return o.a; }
     export function* program() { try { yield* store(1, yield* fail()); } catch (e) { yield* store(1, e.name); } }`,
    undefined,
    [0, 'TypeError'],
  ),
  whole(
    'factory',
    `function make(n) { return function* () { yield* load(2); return n; }; }
     const zero = make(0); const one = make(1);
     export function* program() { const f = (yield* load(0)) ? one : zero; yield* load(2); yield* store(1, yield* f()); }`,
  ),
];

export const directed: readonly Directed[] = [
  ...locals,
  ...functions,
  ...hidden,
  ...written,
  ...flow,
  ...procedures,
];
