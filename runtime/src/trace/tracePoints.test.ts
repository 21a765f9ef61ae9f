import { describe, expect, it } from 'vitest';
import { ran } from '../../testing/explored.ts';
import { gateStatistics } from './gateStatistics.ts';
import { tracePoints } from './tracePoints.ts';

const pieces = {
  driver: `
    class Driver extends IOService {
      readonly done = cell(false);
      *start(provider) {
        this.usb = provider;
        this.loop = yield* IOWorkLoop.workLoop();
        this.commandGate = IOCommandGate.commandGate(this);
        this.irq = IOInterruptEventSource.interruptEventSource(this, this.completed, provider, 0);
        yield* this.loop.addEventSource(this.commandGate);
        yield* this.loop.addEventSource(this.irq);
        yield* this.irq.enable();
      }
      *completed() {
        while ((yield* this.usb.nextCompleted()) !== 0) yield* this.done.set(true);
        yield* this.commandGate.commandWakeup(this.done);
      }
      *read(depth) { yield* this.commandGate.runAction(this.readGated, depth); }
      *readGated(depth) {
        if (depth > 1) return yield* this.read(depth - 1);
        yield* this.usb.submit(7);
        while (!(yield* this.done.get())) yield* this.commandGate.commandSleep(this.done, THREAD_UNINT);
      }
    }`,
  setup: "const usb = new UsbDevice({ name: 'usb' }); const d = new Driver(); yield* d.start(usb);",
  threads: 'A: [() => d.read(3)]',
};
const seeds = Array.from({ length: 30 }, (_, seed) => seed);
const names = (points: readonly { name: string }[]): string[] => [...new Set(points.map(({ name }) => name))];

describe('the trace points of a run', () => {
  it('X01: are those that the mask asks for', async () => {
    for (const seed of seeds) {
      const { trace, ended } = await ran(pieces, seed);
      expect(ended).toBe('finished');
      expect(names(tracePoints(trace, 0x10))).toEqual(['IOCMDQ_ACTION']);
      expect(names(tracePoints(trace, 0x2))).toEqual(['IOWL_WORK']);
      expect(new Set(names(tracePoints(trace, 0x9)))).toEqual(
        new Set(['IOINTC_HANDLER', 'IOINTES_SEMA', 'IOINTES_ACTION']),
      );
      expect(tracePoints(trace, 0)).toEqual([]);
      expect(names(tracePoints(trace))).toContain('IOWL_CLIENT');
    }
  });

  it('say which action or handler it is, whose, and of which source', async () => {
    const { trace } = await ran(pieces, 1);
    const said = new Map(tracePoints(trace).map(({ name, values }) => [name, values]));
    expect(Object.fromEntries(said)).toEqual({
      IOINTC_HANDLER: [0, 'IOInterruptEventSource.normalInterruptOccurred', 'interruptEventSource', 'usb'],
      IOWL_WORK: ['workLoop'],
      IOWL_CLIENT: ['workLoop', 'interruptEventSource'],
      IOINTES_SEMA: ['interruptEventSource', 'driver'],
      IOINTES_ACTION: ['Driver.completed', 'driver', 'interruptEventSource'],
      IOCMDQ_ACTION: ['Driver.readGated', 'driver'],
    });
  });

  it('begin and end within each other', async () => {
    const nested = ['start', 'start', 'start', 'end', 'end', 'end'];
    for (const seed of seeds) {
      const { trace } = await ran(pieces, seed);
      const points = tracePoints(trace, 0x10).filter(({ context }) => context === 'A');
      expect(points.map(({ phase }) => phase)).toEqual(nested);
    }
  });
});

describe('the statistics of a gate', () => {
  it('X02: say that it was closed as often as opened once all is quiet, a sleep being one of each', async () => {
    for (const seed of seeds) {
      const { trace } = await ran(pieces, seed);
      const { closeGate, openGate } = gateStatistics(trace)[trace.gates[0]!]!;
      expect(closeGate).toBe(openGate);
      expect(closeGate).toBeGreaterThan(3);
      const sleeps = trace.steps.filter(
        ({ context, events }) => context === 'A' && events.some((event) => event.type === 'asleep'),
      );
      for (const { events } of sleeps) {
        expect(events.filter(({ type }) => type === 'lockReleased')).toHaveLength(1);
      }
      const taken = trace.steps.filter(({ context }) => context === 'A').flatMap(({ events }) => events);
      const depths = taken.flatMap((event) => (event.type === 'lockTaken' ? [event.depth] : []));
      expect(depths).toEqual([1, 2, 3, ...sleeps.map(() => 3)]);
    }
  });
});
