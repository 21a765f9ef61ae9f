import { describe, expect, it } from 'vitest';
import { ends } from '../../testing/explored.ts';

const driver = `
  class Driver extends OSObject {
    readonly fired = cell('');
    readonly event = cell(0);
    *start(options = 0) {
      this.loop = yield* IOWorkLoop.workLoop();
      this.timer = IOTimerEventSource.timerEventSource(options, this, this.timedOut);
      return yield* this.loop.addEventSource(this.timer);
    }
    *timedOut(timer) {
      const inGate = yield* this.loop.inGate();
      const onThread = yield* this.loop.onThread();
      yield* this.fired.set((yield* this.fired.get()) + (inGate ? 'g' : '-') + (onThread ? 't' : '-'));
    }
    *setTwice() {
      yield* this.timer.setTimeout(10);
      yield* this.timer.setTimeout(20);
    }
  }`;
const timer = (
  threads: string,
  { options = '0', more = '', scenario = '' } = {},
): Promise<readonly string[]> =>
  ends({
    driver,
    setup: `const d = new Driver(); yield* d.start(${options}); ${more}`,
    threads,
    watch: 'fired: d.fired',
    options: scenario,
  });

describe('IOTimerEventSource', () => {
  it('T01: runs its action in the gate, but not on the work loop’s thread', async () => {
    expect(await timer('A: [() => d.timer.setTimeoutMS(5)]')).toEqual(['A: 0 | fired="g-"']);
  });
  it('T02: runs its action on the work loop’s thread when it is made so', async () => {
    expect(
      await timer('A: [() => d.timer.setTimeoutMS(5)]', {
        options: 'kIOTimerEventSourceOptionsPriorityWorkLoop',
      }),
    ).toEqual(['A: 0 | fired="gt"']);
  });
});
