import { expect, it } from 'vitest';
import { ran } from '../../testing/explored.ts';
import { timeouts } from './timeouts.ts';
import { tracePoints } from './tracePoints.ts';

const pieces = {
  driver: `
    class Driver extends IOService {
      *start() {
        this.loop = yield* IOWorkLoop.workLoop();
        this.timer = IOTimerEventSource.timerEventSource(this, this.timedOut);
        yield* this.loop.addEventSource(this.timer);
      }
      *timedOut() {}
      *setAndCancel() { yield* this.loop.runAction(this.setAndCancelGated, this); }
      *setAndCancelGated() {
        yield* this.timer.setTimeout(10);
        yield* this.timer.cancelTimeout();
      }
    }`,
  setup: 'const d = new Driver(); yield* d.start();',
  threads: 'A: [() => d.setAndCancel()]',
  options: "time: 'any',",
};

it('T23: the timeouts of a timer count callouts that find it cancelled', async () => {
  const counts = new Set<number>();
  for (let seed = 0; seed < 30; seed++) {
    const { trace, ended } = await ran(pieces, seed);
    expect([ended, tracePoints(trace, 0x20)]).toEqual(['finished', []]);
    counts.add(Object.values(timeouts(trace))[0] ?? 0);
  }
  expect(counts).toEqual(new Set([0, 1]));
});

it('the timeouts of a timer count those that run its action', async () => {
  const { trace } = await ran({ ...pieces, threads: 'A: [() => d.timer.setTimeout(10)]' }, 1);
  expect(Object.values(timeouts(trace))).toEqual([1]);
  expect(tracePoints(trace, 0x20).map(({ phase }) => phase)).toEqual(['start', 'end']);
});
