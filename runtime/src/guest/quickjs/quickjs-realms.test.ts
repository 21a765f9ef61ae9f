import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realmText } from '../../../../scripts/build-guest.ts';
import type { ProgramFault } from '../program-fault.ts';
import { openTinyWorld, type Explored } from '../testing/tiny-world.ts';
import { quickjsRealms } from './quickjs-realms.ts';

const wasm = readFileSync(createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm'));
const library = await realmText(join(import.meta.dirname, '../testing/library.ts'));
const makeRealm = await quickjsRealms(wasm, library);

const scenario = `
  import { Driver } from './driver.ts';
  import { scenario } from 'workloop/run';
  export default scenario({
    *setup() {
      const driver = new Driver();
      return { threads: { A: [() => driver.run(1)], B: [() => driver.run(2)] }, watch: { out: driver.out } };
    },
  });`;

/** A driver whose `run(n)` has this body. */
const driverOf = (body: string, before = '', methods = ''): string => `
    import { Cell, Lock, Thing, cell, log, raw } from 'workloop';
    const forged = () => Object.create((Object.getPrototypeOf({ *g() {} }.g) as any).prototype, {
      next: { value: () => ({ done: false, value: { type: 'store' } }) },
    });
    ${before}
    export class Driver extends Thing {
      readonly out = cell<unknown>(0);
      ${methods}
      *run(n: number) { ${body} }
    }`;

async function explore(...program: Parameters<typeof driverOf>): Promise<Explored> {
  const driver = driverOf(...program);
  const realm = await makeRealm({ fuel: 1000 });
  try {
    return openTinyWorld(library, { 'scenario.ts': scenario, 'driver.ts': driver }, { realm }).explore();
  } finally {
    realm.dispose();
  }
}

const faultOf = async (...program: Parameters<typeof explore>): Promise<string> => {
  try {
    await explore(...program);
  } catch (error) {
    const { status, code } = error as ProgramFault;
    return `${status}: ${code}`;
  }
  return 'none';
};

const outcomeOf = async (...program: Parameters<typeof explore>): Promise<readonly string[]> =>
  (await explore(...program)).outcomes;

describe('a sealed realm', () => {
  it('runs a program as the host would', async () => {
    expect(await outcomeOf('yield* this.out.set((yield* this.out.get()) as number + n);')).toEqual([
      'A: undefined B: undefined out=1',
      'A: undefined B: undefined out=2',
      'A: undefined B: undefined out=3',
    ]);
  });

  it('ends loops without end', async () => {
    expect(await faultOf('for (;;) ;')).toBe('fuel-exceeded: endless-loop');
    expect(await faultOf('', 'for (;;) ;')).toBe('fuel-exceeded: endless-loop');
    expect(await faultOf('return this.slow;', '', 'get slow(): number { for (;;) ; }')).toBe(
      'fuel-exceeded: endless-loop',
    );
    expect(await faultOf('try { for (;;) ; } catch { return 1; }')).toBe('fuel-exceeded: endless-loop');
    expect(await faultOf('return { toString() { for (;;) ; } } + "";')).toBe('fuel-exceeded: endless-loop');
  });

  it('survives deep recursion as an error of the program', async () => {
    const [outcome] = await outcomeOf('const f = (i: number): number => f(i + 1) + 1; return f(0);');
    expect(outcome).toMatch(/stack/i);
  });

  it('survives bombs of memory', async () => {
    expect(await faultOf('const a: unknown[] = []; for (;;) a.push(new Array(10_000).fill(1.5));')).toMatch(
      /^memory-exceeded/,
    );
    expect(await faultOf('return "x".repeat(2 ** 29).length;')).toBe('memory-exceeded: out-of-memory');
    expect(
      await faultOf('const a = []; try { for (;;) a.push(new Uint8Array(1e6)); } catch { return a.length; }'),
    ).toBe('none');
  });

  it.each([
    ['a regular expression', 'return /^(a+)+$/.test("a".repeat(40) + "b");'],
    [
      'a sort that never compares',
      'return new Array(1e6).fill(0).map((_, i) => i % 7).sort(() => { for (;;) ; }).length;',
    ],
    ['a getter of a result', 'return { get x() { for (;;) ; } };'],
    ['a number of many digits', 'return String(2n ** (2n ** 40n)).length;'],
    ['text that doubles', 'let s = "x"; for (;;) s += s;'],
    [
      'a list nested deep',
      'let a: unknown = []; for (let i = 0; i < 1e5; i++) a = [a]; yield* this.out.set(a as never);',
    ],
    [
      'a local nested deep',
      'let a: unknown = []; for (let i = 0; i < 1e5; i++) a = [a]; yield* this.out.get(); return 1;',
    ],
    ['an error without end', 'const e: any = new Error("x".repeat(1e6)); e.cause = e; throw e;'],
    ['calls without end', 'yield* this.run(n);'],
    ['a loop of calls that ask nothing', 'for (;;) yield* this.nothing();'],
    ['arguments without end', 'return Math.max(...new Array(1e6).fill(1));'],
  ])('comes back from %s', async (_, body) => {
    const fault = await faultOf(body, '', '*nothing() {}');
    expect(fault).toMatch(/^(none|[a-z]+-exceeded: [a-z-]+|runtime-error: too-many-nested-calls)$/);
  });

  it('says on which line a regular expression is wrong', async () => {
    const error: unknown = await explore('return 1;', '\nconst wrong = /(/;').catch(
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({
      status: 'compile-error',
      code: 'syntax-error',
      data: { detail: "expecting ')'" },
      file: 'driver.ts',
      line: 7,
    });
  });

  it('has no clock, no randomness and no way to see the garbage collector', async () => {
    const names = [
      'Date',
      'Proxy',
      'WeakRef',
      'FinalizationRegistry',
      'SharedArrayBuffer',
      'Atomics',
      'Promise',
      'Function',
    ];
    const [outcome] = await outcomeOf(
      `return ${JSON.stringify(names)}.filter((name) => name in globalThis).join();`,
    );
    expect(outcome).toBe('A: "" B: "" out=0');
    const [random] = await outcomeOf('return Math.random();');
    expect(random).toContain('"code":"random"');
    const [made] = await outcomeOf(
      'return typeof (function () {}).constructor + typeof (function* () {}).constructor;',
    );
    expect(made).toBe('A: "undefinedundefined" B: "undefinedundefined" out=0');
  });

  it.each([
    'Array.prototype.map = function () { return []; } as never;',
    'JSON.stringify = () => "{}";',
    '(Object.prototype as any).type = "verdict";',
    'Object.defineProperty(Object.prototype, "value", { get: () => 1 });',
    'Object.getPrototypeOf(function* () {}).prototype.next = () => 1;',
    'Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true });',
    '(Cell.prototype as any).get = function () { return 1; };',
    '(globalThis as any).Map = class {};',
    'Map.prototype.get = () => undefined;',
  ])('refuses to change the language or the library: %s', async (patch) => {
    expect(await faultOf('return 1;', patch)).toMatch(
      /^(runtime-error: threw|compile-error|effect-violation)/,
    );
  });

  it('lets a program override what it inherits', async () => {
    const before =
      'class Own extends Error { constructor() { super("m"); this.name = "Own"; } toString() { return "own"; } }';
    expect(await outcomeOf('return new Own().name + String(new Own());', before)).toEqual([
      'A: "Ownown" B: "Ownown" out=0',
    ]);
  });

  it.each([
    ['plain-yield', 'yield* { *[Symbol.iterator]() { return 1; } } as never;', 'not-an-operation'],
    ['effects of its own', 'yield* forged() as never;', 'plain-yield'],
    ['operations forgotten', 'const c = this.out; c.set(1);', 'operation-not-run'],
    [
      'operations run later',
      'const c = this.out; const op = c.set(1); yield* this.out.get(); yield* op;',
      'operation-not-run',
    ],
    ['operations run twice', 'const op = this.out.get(); yield* op; yield* op;', 'operation-run-twice'],
    [
      'operations run by hand',
      'const c = this.out; for (const x of c.get() as never) ;',
      'operation-run-by-hand',
    ],
    ['operations spread', 'const c = this.out; [...(c.get() as never)];', 'operation-run-by-hand'],
    ['operations as operands', 'const c = this.out; return c.get() + "";', 'operation-not-run'],
    ['operations returned', 'const c = this.out; return c.get();', 'operation-returned'],
    ['operations waited for', 'const c = this.out; while (c.get()) ;', 'too-many-operations'],
    ['nothing run', 'yield* undefined as never;', 'not-an-operation'],
    ['fields written', '(this as { f?: number }).f = 1; return 0;', 'make-it-a-cell'],
    ['fields of objects written', '(this as any).out = 1;', 'make-it-a-cell'],
    ['errors of ours caught', 'try { (this as any).out = 1; } catch {} return 0;', 'make-it-a-cell'],
    ['unknown effects', 'yield* raw({ type: "verdict" });', 'unknown-effect'],
    ['effects with wrong fields', 'yield* raw({ type: "load", cell: 7 } as never);', 'bad-argument'],
    ['the end of a call forged', 'yield* raw({ type: "return", value: 1 } as never);', 'unknown-effect'],
    ['a result that is no data', 'return new (class {})();', 'result-not-a-value'],
    ['cells that hold functions', 'yield* this.out.set((() => 1) as never);', 'not-a-value'],
  ])('refuses %s', async (_, body, code) => {
    expect((await outcomeOf(body)).join()).toContain(`"code":"${code}"`);
  });

  const failing =
    'fail() { throw new Error("no"); /* here */ } *failLater() { yield* this.out.get(); this.fail(); }';
  it.each([
    ['a forgotten operation', 'const c = this.out;\n\nc.set(1); /* here */\nyield* c.get();', ''],
    ['a field written', '\n(this as any).out = 1; /* here */', ''],
    ['what no yield* can run', '\n\n\nyield* undefined as never; /* here */', ''],
    ['an error nobody caught', 'yield* this.out.get();\nthis.fail();', failing],
    ['an error in a procedure', 'yield* this.out.get();\nyield* this.failLater();', failing],
  ])('says where the program has %s', async (_, body, methods) => {
    const line =
      1 +
      driverOf(body, '', methods)
        .split('\n')
        .findIndex((text) => text.includes('/* here */'));
    const [frames] = (await explore(body, '', methods)).where;
    expect(frames?.[0]).toMatchObject({ file: 'driver.ts', line });
  });

  it('refuses values that are too large', async () => {
    expect((await outcomeOf('yield* this.out.set("x".repeat(200_000));')).join()).toContain(
      'value-too-large',
    );
    expect((await outcomeOf('return "x".repeat(200_000);')).join()).toContain('value-too-large');
  });

  it('finds state that no cell holds', async () => {
    expect(
      await faultOf(
        'return hidden.n;',
        'const hidden = { n: 0 }; const count = new Map(); export { count };',
      ),
    ).toBe('effect-violation: shared-collection');
    const counting = 'const next = (() => { let n = 0; return () => ++n; })();';
    expect(
      await faultOf(
        'const x = next(); yield* this.out.get(); yield* this.out.set(x); yield* this.out.get(); return x;',
        counting,
      ),
    ).toMatch(/stateful|compile/);
  });
});

describe('the stack of a sealed realm', () => {
  const nested = async (text: string): Promise<readonly string[]> => {
    const file = `
      import { scenario } from 'workloop/run';
      import { Thing, cell } from 'workloop';
      class Nest extends Thing {
        readonly out = cell(0);
        *down(n: number): any { return n > 0 ? yield* this.down(n - 1) : yield* this.out.get(); }
      }
      export default scenario({
        *setup() {
          const nest = new Nest();
          ${text}
        },
      });`;
    const realm = await makeRealm({ fuel: 1000 });
    return openTinyWorld(library, { 'scenario.ts': file }, { realm }).explore().outcomes;
  };

  it('holds 30 calls within calls in setup, where all are inline', async () => {
    expect(await nested('yield* nest.down(30); return { threads: { A: [] } };')).toEqual(['A: ']);
  });

  it('holds 150 in a thread, where each has a history of its own', async () => {
    expect(await nested('return { threads: { A: [() => nest.down(150)] } };')).toEqual(['A: 0']);
  });
});
