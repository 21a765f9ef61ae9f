import { describe, expect, it } from 'vitest';
import { ends } from '../../testing/explored.ts';

const driver = `
  class Nub extends IOService {
    *init() { this.loop = yield* IOWorkLoop.workLoop(); }
    *getWorkLoop() { return this.loop; }
  }
  class Driver extends IOService {
    readonly order = unsynchronized('');
    constructor(name, defers = false) { super(); this.name = name; this.defers = defers; }
    *start(provider, log) {
      yield* super.start(provider);
      this.log = log ?? this;
      return true;
    }
    *say(what) {
      const loop = yield* this.getWorkLoop();
      const gated = loop ? (yield* loop.inGate()) : 'no loop';
      const text = this.name + what + ' ' + gated + ' ' + (loop && (yield* loop.onThread())) + '; ';
      yield* this.log.order.set((yield* this.log.order.get()) + text);
      return true;
    }
    *willTerminate() { return yield* this.say('will'); }
    *didTerminate(provider, options, defer) {
      if (this.defers) yield* defer.set(true);
      return yield* this.say('did');
    }
    *finalize() { return yield* this.say('final'); }
    *stop() { yield* this.say('stop'); }
  }
  class Own extends Driver {
    *init() { this.loop = yield* IOWorkLoop.workLoop(); }
    *getWorkLoop() { return this.loop; }
    *say(what) {
      const theirs = yield* this.getProvider().getWorkLoop();
      const gates = what + ' ' + (yield* theirs.inGate()) + ' ' + (yield* this.loop.inGate());
      yield* this.order.set((yield* this.order.get()) + gates + '; ');
      return true;
    }
  }`;
const setup = `
  const nub = new Nub();
  yield* nub.init();
  const d = new Driver('d'), e = new Driver('e');
  yield* d.start(nub);
  yield* e.start(d, d);`;
const services = (threads: string, more = '', watch = 'order: d.order'): Promise<readonly string[]> =>
  ends({ driver, setup: setup + more, threads, watch });

describe('IOService', () => {
  it('has the work loop of its provider, up the chain, or none', async () => {
    const threads = `A: [function* () { return (yield* e.getWorkLoop()) === nub.loop; },
      function* () { return e.getProvider().getProvider() === nub; }, () => lone.getWorkLoop()]`;
    expect(await services(threads, 'const lone = new IOService();')).toEqual([
      'A: true,true,null | order=""',
    ]);
  });

  it('tells clients of a termination root first, then leaf first, and stops the leaves first: gated, on the terminating thread', async () => {
    const order = ['dwill', 'ewill', 'edid', 'ddid', 'efinal', 'estop', 'dfinal', 'dstop'];
    expect(await services('A: [() => nub.terminate(), () => e.isInactive(), () => nub.terminate()]')).toEqual(
      [`A: true,true,true | order="${order.map((what) => `${what} true false; `).join('')}"`],
    );
  });

  it('is a client of what it is attached to, with start or without', async () => {
    const more = "const f = new Driver('f'); f.attach(nub); f.log = f;";
    expect(await services('A: [() => nub.terminate(), () => f.isInactive()]', more, '')).toEqual([
      'A: true,true',
    ]);
  });

  it('runs without a gate where there is no work loop', async () => {
    const more = "const lone = new IOService(); const f = new Driver('f'); yield* f.start(lone);";
    expect(await services('A: [() => lone.terminate()]', more, 'order: f.order')).toEqual([
      'A: true | order="fwill no loop null; fdid no loop null; ffinal no loop null; fstop no loop null; "',
    ]);
  });

  it('calls a driver in the gate of the provider’s work loop, also if it has its own, which only finalize gets', async () => {
    const more = "const own = new Own('o'); yield* own.init(); yield* own.start(nub);";
    expect(await services('A: [() => nub.terminate()]', more, 'order: own.order')).toEqual([
      'A: true | order="will true false; did true false; final false true; stop true false; "',
    ]);
  });

  it('stops who deferred, and what it is attached to, when it terminates again', async () => {
    const more = "const slow = new Driver('s', true); yield* slow.start(e, slow);";
    const first = 'swill true false; sdid true false; ';
    expect(await services('A: [() => nub.terminate()]', more, 'slow: slow.order, d: d.order')).toEqual([
      `A: true | slow="${first}" | d="dwill true false; ewill true false; edid true false; ddid true false; "`,
    ]);
    const again = await services(
      'A: [() => nub.terminate(), () => slow.terminate()]',
      more,
      'slow: slow.order, d: d.order',
    );
    expect(again).toEqual([
      expect.stringMatching(/slow="swill.*sdid.*sfinal.*sstop.*" \| d=".*efinal.*estop.*dfinal.*dstop/),
    ]);
  });

  it('terminates once, whoever asks', async () => {
    const outcomes = await services('A: [() => nub.terminate()], B: [() => nub.terminate()]');
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]!.match(/dstop/g)).toHaveLength(1);
  });

  it('has no interrupt lines of its own', async () => {
    const threads = `A: [() => nub.getInterruptType(0), () => nub.registerInterrupt(0, d, d.stop), () => nub.unregisterInterrupt(0),
      () => nub.enableInterrupt(0), () => nub.disableInterrupt(0)]`;
    const none = -536870177;
    expect(await services(threads)).toEqual([`A: -1,${none},${none},${none},${none} | order=""`]);
  });
});
