import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realmText } from '../../../scripts/build-guest.ts';
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
