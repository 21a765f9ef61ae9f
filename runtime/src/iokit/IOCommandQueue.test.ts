import { describe, expect, it } from 'vitest';
import { ends, explored } from '../../testing/explored.ts';
import type { VerdictReport } from '../run/protocol.ts';

const driver = `
  class Driver extends IOService {
    readonly order = cell('');
    readonly where = cell('');
    *start(size) {
      this.loop = yield* IOWorkLoop.workLoop();
      this.queue = IOCommandQueue.commandQueue(this, this.command, size);
      this.other = IOInterruptEventSource.interruptEventSource(this, this.interrupted);
      yield* this.loop.addEventSource(this.queue);
      yield* this.loop.addEventSource(this.other);
    }
    *note(what) { yield* this.order.set((yield* this.order.get()) + what); }
    *command(what) {
      yield* this.note(what);
      yield* this.where.set((yield* this.loop.onThread()) + ' ' + (yield* this.loop.inGate()));
    }
    *interrupted() { yield* this.note('o'); }
    *gated(...commands) { return yield* this.loop.runAction(this.enqueueGated, this, commands); }
    *enqueueGated(commands) {
      const results = [];
      for (let i = 0; i < commands.length; i++) {
        results.push(yield* this.queue.enqueueCommand(false, commands[i]));
      }
      yield* this.other.interruptOccurred();
      return results;
    }
    *enqueue(what) { return yield* this.queue.enqueueCommand(true, what); }
    *disable() { yield* this.queue.disable(); }
    *flushed(what) { yield* this.note(what + '!'); }
  }
  class Flusher extends Driver {
    *interrupted() { yield* this.note(yield* this.queue.performAndFlush(null, this.flushed)); }
  }`;
const setup = (size: number, name = 'Driver'): string => `const d = new ${name}(); yield* d.start(${size});`;
const queue = (
  threads: string,
  { size = 2, more = '', watch = 'order: d.order', name = 'Driver' } = {},
): Promise<readonly string[]> => ends({ driver, setup: setup(size, name) + more, threads, watch });

describe('IOCommandQueue', () => {
  it('Q01: refuses a command that it has no room for, if the caller must not sleep', async () => {
    expect(await queue("A: [() => d.gated('1', '2', '3')]")).toEqual(['A: [0,0,49] | order="1o2"']);
  });

  it('Q02: runs one command a pass, between the other sources', async () => {
    expect(await queue("A: [() => d.gated('1', '2', '3')]", { size: 3 })).toEqual([
      'A: [0,0,0] | order="1o23"',
    ]);
  });

  it('panics when a command comes and its action is NULL', async () => {
    expect(await queue("A: [() => d.enqueue('1')]", { more: 'yield* d.queue.setAction(null);' })).toEqual([
      expect.stringContaining('jump to NULL in IOCommandQueue::checkForWork'),
    ]);
  });

  it('runs commands on the loop’s own thread, in the gate', async () => {
    expect(await queue("A: [() => d.enqueue('1')]", { watch: 'where: d.where' })).toEqual([
      'A: 0 | where="true true"',
    ]);
  });

  it('Q04: runs all commands in performAndFlush, returns 0, and has its room again', async () => {
    const more = 'yield* d.queue.disable();';
    const threads = `A: [() => d.gated('1', '2', '3'), () => d.queue.enqueueCommand(false, '4'),
      when(asleep('work loop'), () => d.queue.enqueueCommand(false, '5'))]`;
    const flushed = (await queue(threads, { size: 3, more, name: 'Flusher' })).map(
      (end) => end.split(' | ')[1],
    );
    expect(new Set(flushed)).toEqual(new Set(['order="1!2!3!0"']));
    const outcomes = await queue(threads, { size: 3, more, name: 'Flusher' });
    expect(outcomes).toContain('A: [0,0,0],0,0 | order="1!2!3!0"');
  });

  it('Q05: lets a waiting producer go on before the action of the command that made room', async () => {
    const asks = (predicate: string): Promise<VerdictReport> =>
      explored({
        driver,
        setup: setup(1),
        threads: "A: [() => d.enqueue('1'), () => d.enqueue('2')]",
        watch: 'order: d.order',
        properties: `never({ en: 'waits', 'zh-Hans': '等待' }, (s) => ${predicate})`,
      });
    expect(await asks("s.asleep('A')")).toMatchObject({ verdict: 'fails' });
    expect(await asks("s.asleep('A') && s.value('order') !== ''")).toMatchObject({ verdict: 'holds' });
  });

  it('runs no command while it is disabled', async () => {
    const more = 'yield* d.queue.disable();';
    expect(await queue("A: [() => d.enqueue('1')]", { more })).toEqual(['A: 0 | order=""']);
  });

  it('serves several producers, each in its order', async () => {
    const threads = "A: [() => d.enqueue('1'), () => d.enqueue('2')], B: [() => d.enqueue('x')]";
    expect(await queue(threads, { size: 1 })).toEqual([
      'A: 0,0 B: 0 | order="12x"',
      'A: 0,0 B: 0 | order="1x2"',
      'A: 0,0 B: 0 | order="x12"',
    ]);
  });

  it('is not made without an owner, and can be removed and freed', async () => {
    const threads = `A: [() => d.loop.removeEventSource(d.queue), () => d.queue.release(),
      function* () { return IOCommandQueue.commandQueue(null, null) === null; }]`;
    expect(await queue(threads)).toEqual(['A: 0,undefined,true | order=""']);
  });
});
