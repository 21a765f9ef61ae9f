import { describe, expect, it } from 'vitest';
import { ends } from '../../testing/explored.ts';

const driver = `
  class Log extends OSObject { readonly freed = unsynchronized(false); }
  class Thing extends OSObject {
    readonly value = cell(3);
    constructor(log) { super(); this.log = log; }
    *free() {
      yield* this.log.freed.set(true);
      yield* super.free();
    }
  }`;
const thing = (threads: string): Promise<readonly string[]> =>
  ends({
    driver,
    setup: 'const log = new Log(); const thing = new Thing(log);',
    threads,
    watch: 'freed: log.freed',
  });

describe('OSObject', () => {
  it('lives until its last reference is released', async () => {
    expect(await thing('A: [() => thing.retain(), () => thing.release(), () => thing.value.get()]')).toEqual([
      'A: undefined,undefined,3 | freed=false',
    ]);
    expect(
      await thing('A: [() => thing.retain(), () => thing.release()], B: [() => thing.release()]'),
    ).toEqual([expect.stringContaining('fails: panic')]);
    expect(await thing('A: [() => thing.release()]')).toEqual(['A: undefined | freed=true']);
  });

  it('panics when it, or a cell of it, is used after that', async () => {
    const after = [expect.stringMatching(/fails: panic: .*after it was freed/)];
    expect(await thing('A: [() => thing.release(), () => thing.retain()]')).toEqual(after);
    expect(await thing('A: [() => thing.release(), () => thing.value.get()]')).toEqual(after);
  });
});
