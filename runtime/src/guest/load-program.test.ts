import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realmText } from '../../../scripts/build-guest.ts';
import { moduleParameters } from './instrument/index.ts';
import type { ProgramFault } from './program-fault.ts';
import { moduleParameters as realmParameters } from './realm/module-parameters.ts';
import { openTinyWorld, type TinyOptions, type TinyWorld } from './testing/tiny-world.ts';

const testRealm = await realmText(join(import.meta.dirname, 'testing/library.ts'));

const scenario = (threads: string, setup = '', watch = ''): string => `
  import { Cell, Lock, Thing, cell, log } from 'workloop';
  import { scenario } from 'workloop/run';
  import { Counter } from './counter.ts';
  export default scenario({
    *setup() {
      const counter = new Counter();
      ${setup}
      return { threads: { ${threads} }, watch: { count: counter.count, ${watch} } };
    },
  });`;

const locked = `
  import { Lock, Thing, cell, type Op } from 'workloop';
  export class Counter extends Thing {
    readonly count = cell(0);
    private readonly mutex = new Lock();

    *increment(): Op<number> {
      yield* this.mutex.lock();
      const value = yield* this.count.get();
      yield* this.count.set(value + 1);
      yield* this.mutex.unlock();
      return value + 1;
    }
  }`;

const racy = locked.replace(/yield\* this\.mutex\.\w+\(\);/g, '');

const open = (counter: string, threads: string, options?: TinyOptions): TinyWorld =>
  openTinyWorld(testRealm, { 'scenario.ts': scenario(threads), 'counter.ts': counter }, options);

const each = '[() => counter.increment(), () => counter.increment()]';

describe('a program in a realm', () => {
  it('runs every schedule of two threads with the same end when they lock', () => {
    const { outcomes } = open(locked, `A: ${each}, B: ${each}`).explore();
    expect(outcomes.every((outcome) => outcome.endsWith('count=4'))).toBe(true);
    expect(outcomes).toContain('A: 1,3 B: 2,4 count=4');
  });

  it('loses increments under some schedule when they do not lock', () => {
    const { outcomes } = open(racy, `A: ${each}, B: ${each}`).explore();
    expect(outcomes.some((outcome) => outcome.endsWith('count=2'))).toBe(true);
  });

  it.each([0, 1, 2] as const)('sees at level %i what level 3 sees', (level) => {
    const threads = `A: ${each}, B: ${each}`;
    const lower = open(racy, threads, { level }).explore();
    const full = open(racy, threads).explore();
    expect(lower.outcomes).toEqual(full.outcomes);
    expect(lower.seen).toEqual(full.seen);
    expect(full.states).toBeLessThanOrEqual(lower.states);
  });

  it('gives a call what the call before it returned', () => {
    const threads = 'A: [() => counter.increment(), (n) => { log("got", n); return n * 10; }]';
    expect(open(locked, threads).explore().outcomes).toEqual(['A: 1,10 count=1']);
  });

  it('names what setup made after its class and fields', () => {
    const { labels } = open(locked, 'A: []');
    expect([...labels.values()].toSorted()).toEqual(['counter', 'counter.count', 'counter.mutex']);
  });

  it('says where a thread stands', () => {
    const { program } = open(locked, 'A: [() => counter.increment()]');
    const { local } = program.code.startCall(0, 1, { context: 0, call: 0, made: 0 });
    expect(program.code.frames(local)).toEqual([
      { file: 'counter.ts', line: 8, procedure: 'Counter.increment' },
    ]);
  });
});

describe('an instance of a plain class that only a closure holds', () => {
  const plain = (body: string): string => `
    import { cell, type Op } from 'workloop';
    export class Counter {
      readonly count = cell(0);
      calls = 0;
      *increment(): Op<void> { ${body} }
    }`;

  it('keeps its fields as setup left them', () => {
    const { outcomes } = open(
      plain('this.calls = 1; yield* this.count.set(1);'),
      'A: [() => counter.increment()]',
    ).explore();
    expect(outcomes.join()).toContain('make-it-a-cell');
  });

  it('is a value, so that a spin in its method is a cycle of states', () => {
    const spins = plain('while (!(yield* this.count.get())) ;');
    const threads = 'A: [() => counter.increment()], B: [() => counter.count.set(1)]';
    expect(open(spins, threads).explore().outcomes).toEqual(['A: undefined B: undefined count=1']);
  });
});

describe('what a history is called', () => {
  const queue = (producers: number): string => `
    import { Lock, Thing, cell, type Op } from 'workloop';
    export class Counter extends Thing {
      readonly count = cell(0);
      private readonly mutex = new Lock();
      *increment(): Op<void> {
        for (let i = 0; i < ${producers}; i++) yield* this.one();
      }
      *one(): Op<number> {
        yield* this.mutex.lock();
        const value = yield* this.count.get();
        yield* this.count.set(value + 1);
        yield* this.mutex.unlock();
        return value;
      }
    }`;

  it('is shared by all threads, so that few questions make many states', () => {
    const threads = 'A: [() => counter.increment()], B: [() => counter.increment()]';
    const shared = open(queue(4), threads).explore();
    const alone = open(queue(4), threads, { level: 0 }).explore();
    expect(shared.outcomes).toEqual(alone.outcomes);
    expect(shared.questions).toBeLessThan(alone.questions / 3);
  });

  it('ends a loop that waits', () => {
    const waiting = locked.replace(
      '*increment()',
      '*wait(): Op<void> { while ((yield* this.count.get()) === 0); }\n*increment()',
    );
    const { states, outcomes } = open(
      waiting,
      'A: [() => counter.wait()], B: [() => counter.count.set(1)]',
    ).explore();
    expect(outcomes).toEqual(['A: undefined B: undefined count=1']);
    expect(states).toBe(3);
  });

  it('lets a helper that is no kernel object be what a procedure runs on', () => {
    const helped = `
      import { Thing, cell, type Op } from 'workloop';
      class Helper {
        readonly step = cell(2);
        *next(n: number): Op<number> { return n + (yield* this.step.get()); }
      }
      export class Counter extends Thing {
        readonly count = cell(0);
        private readonly helper = new Helper();
        *increment(n: number): Op<void> {
          yield* this.count.get();
          yield* this.count.set(yield* this.helper.next(n));
        }
      }`;
    const threads = 'A: [() => counter.increment(0), () => counter.increment(1), () => counter.increment(1)]';
    const found = open(helped, threads).explore();
    expect(found.outcomes).toEqual(['A: undefined,undefined,undefined count=3']);
    // 5 of the calls, two of which are one; 9 of increment(0) and increment(1), 4 of next(0) and next(1): the third call asks next nothing new.
    expect(found.questions).toBe(18);
  });

  it('gives what a call makes a name of its own, and fields that stay', () => {
    const making = `
      import { Thing, cell, type Op } from 'workloop';
      class Item extends Thing { readonly value = cell(0); readonly owner: Counter; constructor(owner: Counter) { super(); this.owner = owner; }
        *fill(n: number): Op<void> { yield* this.value.set(n); yield* this.owner.count.set(this); } }
      export class Counter extends Thing {
        readonly count = cell<unknown>(null);
        *make(n: number): Op<number> { const item = new Item(this); yield* item.fill(n); return yield* this.read(item); }
        *read(item: Item): Op<number> { const same = (yield* item.owner.count.get()) === item; return (yield* item.value.get()) + (same ? 100 : 0); }
        *increment(): Op<number> { const item = (yield* this.count.get()) as Item | null; return item ? yield* item.value.get() : -1; }
      }`;
    const threads =
      'A: [() => counter.make(1), () => counter.make(2)], B: [() => counter.increment(), () => counter.increment()]';
    const levels = ([0, 1, 3] as const).map((level) => open(making, threads, { level }).explore());
    expect(levels[2]?.outcomes.some((outcome) => outcome.startsWith('A: 101,102 B: 1,2'))).toBe(true);
    expect(levels[2]?.outcomes.every((outcome) => outcome.startsWith('A: 101,102 '))).toBe(true);
    expect(levels[0]?.seen).toEqual(levels[2]?.seen);
    expect(levels[1]?.seen).toEqual(levels[2]?.seen);
  });

  it('finds state that no cell holds, where a history asked again says something else', () => {
    const hidden = `
      import { Thing, cell, type Op } from 'workloop';
      const counter = (): (() => number) => { const box = { n: 0 }; return () => ++box.n; };
      const tick = counter();
      export class Counter extends Thing {
        readonly count = cell(0);
        *increment(): Op<number> { yield* this.count.get(); return tick(); }
      }`;
    const world = open(hidden, 'A: [() => counter.increment()]');
    world.explore();
    expect(() => world.program.audit()).toThrow('stateful');
  });

  it('goes on with a history that is alive where another was asked meanwhile, and replays nothing', () => {
    const nested = locked.replace(
      '*increment()',
      '*increment(): Op<number> { yield* this.once(); yield* this.count.get(); return 7; } *once()',
    );
    const world = open(nested, 'A: [() => counter.increment()]', { limits: { replayedEffects: 0 } });
    expect(world.explore().outcomes).toEqual(['A: 7 count=1']);
  });

  it('counts questions, passes and the length of histories', () => {
    const limited =
      (limits: NonNullable<TinyOptions['limits']>): (() => unknown) =>
      () =>
        open(queue(20), 'A: [() => counter.increment()]', { limits }).explore();
    expect(limited({ questions: 5 })).toThrow('too-many-questions');
    const contended = open(racy, `A: ${each}, B: ${each}`, { limits: { replayedEffects: 2 } });
    expect(() => contended.explore()).toThrow('too-many-passes');
    const long = queue(20).replace(
      'yield* this.one()',
      'for (const x of [1, 2, 3]) yield* this.count.set(x)',
    );
    expect(() => open(long, 'A: [() => counter.increment()]', { limits: { history: 10 } }).explore()).toThrow(
      'history-too-long',
    );
  });
});

describe('a program that cannot run', () => {
  const faultOf = (files: Readonly<Record<string, string>>): unknown => {
    try {
      openTinyWorld(testRealm, files).explore();
    } catch (error) {
      const { status, code, file, line } = error as ProgramFault;
      return { status, code, file, line };
    }
    return undefined;
  };
  const good = scenario('A: [() => counter.increment()]');
  const setup = (text: string): string => scenario('A: [() => counter.increment()]', text);

  it('is refused what is no file of its own', () => {
    const policy = (text: string, file = 'counter.ts'): unknown =>
      faultOf({
        'scenario.ts': good,
        'counter.ts': locked,
        [file]: `${file === 'counter.ts' ? locked : ''}\n${text}`,
      });
    const at = { status: 'policy-error', code: 'import-not-allowed', file: 'counter.ts', line: 15 };
    expect(policy(`import fs from 'node:fs'; fs;`)).toEqual(at);
    expect(policy(`import { scenario } from 'workloop/run'; scenario;`)).toEqual(at);
    expect(policy(`import { ask } from 'workloop:effects'; ask;`)).toEqual(at);
    expect(policy(`import { ask } from '../../effects/ask.ts'; ask;`)).toEqual({
      ...at,
      code: 'no-such-file',
    });
    expect(policy(`import 'effects';`, 'unused.ts')).toEqual({ ...at, file: 'unused.ts', line: 2 });
  });

  it('cannot take the place of a module of the realm, nor reach one, with the name of a file', () => {
    const own = 'export const ask = 1; export const cell = 2;';
    const thief = `import { ask } from './effects'; if (ask !== 1) throw new Error('reached'); ${locked}`;
    const files = {
      'scenario.ts': good,
      'counter.ts': thief,
      effects: own,
      workloop: own,
      'workloop/run': own,
    };
    expect(faultOf(files)).toBeUndefined();
  });

  it('is told where it does not compile', () => {
    const fault = faultOf({ 'scenario.ts': good, 'counter.ts': 'export class Counter {\n  oops(\n}' });
    expect(fault).toMatchObject({ status: 'compile-error', code: 'syntax-error', file: 'counter.ts' });
  });

  it('is told where its setup fails', () => {
    const at = { status: 'runtime-error', file: 'scenario.ts', line: 8 };
    expect(faultOf({ 'scenario.ts': setup('throw new Error("no");'), 'counter.ts': locked })).toEqual({
      ...at,
      code: 'setup-threw',
    });
    expect(
      faultOf({ 'scenario.ts': setup('const c = counter; c.increment();'), 'counter.ts': locked }),
    ).toEqual({
      ...at,
      status: 'effect-violation',
      code: 'operation-not-run',
    });
    const atTop = { 'scenario.ts': good, 'counter.ts': `${locked}\nthrow new Error('no');` };
    expect(faultOf(atTop)).toEqual({ status: 'runtime-error', code: 'threw', file: 'counter.ts', line: 15 });
  });

  it('may not keep a collection for all threads', () => {
    const kept = locked.replace(
      'mutex = new Lock();',
      '$&\n    seen: unknown;\n    constructor() { super(); this.seen = new Map(); }',
    );
    expect(faultOf({ 'scenario.ts': good, 'counter.ts': kept })).toMatchObject({ code: 'shared-collection' });
  });
});

it('gives a module what the instrumentation inserts, in its order', () => {
  expect(realmParameters).toEqual(moduleParameters);
});
