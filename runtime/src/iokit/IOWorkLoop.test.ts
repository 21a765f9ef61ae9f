import { describe, expect, it } from 'vitest';
import { ends, explored, ran, type Pieces } from '../../testing/explored.ts';
import { happens, sequences } from '../../testing/tracePoints.ts';

const driver = `
  class Source extends IOEventSource {
    readonly pending = cell(0);
    constructor(owner, action, name) {
      super(owner, action);
      this.name = name;
    }
    *checkForWork() {
      const pending = yield* this.pending.get();
      if (pending === 0) return false;
      yield* this.pending.set(pending - 1);
      const action = yield* this.getAction();
      yield* action.call(this.owner, this);
      return pending > 1;
    }
    *post() { yield* this.signalWorkAvailable(); }
  }
  class Passive extends IOEventSource {}
  class Driver extends IOService {
    readonly order = cell('');
    readonly where = cell('');
    readonly flag = cell(false);
    readonly inside = atomic(0);
    *start() {
      this.loop = yield* IOWorkLoop.workLoop();
      this.s1 = new Source(this, this.first, '1');
      this.s2 = new Source(this, this.second, '2');
      this.s3 = new Source(this, this.third, '3');
      for (const source of [this.s1, this.s2, this.s3]) yield* this.loop.addEventSource(source);
      return true;
    }
    *first(source) { return yield* this.note(source); }
    *second(source) { return yield* this.note(source); }
    *third(source) { return yield* this.note(source); }
    *note(source) {
      yield* this.order.set((yield* this.order.get()) + source.name);
      yield* this.where.set((yield* this.loop.onThread()) + ' ' + (yield* this.loop.inGate()));
      return false;
    }
    *touch() {
      yield* OSIncrementAtomic(this.inside);
      yield* this.order.set((yield* this.order.get()) + 'A');
      yield* OSDecrementAtomic(this.inside);
    }
    *gatedTouch() { yield* this.loop.runAction(this.touch, this); }
    *waitForFlag() { yield* this.loop.runAction(this.waitGated, this); }
    *waitGated() {
      while (!(yield* this.flag.get())) yield* this.loop.sleepGate(this.flag, 0, THREAD_UNINT);
    }
    *setFlag() {
      yield* this.flag.set(true);
      yield* this.loop.wakeupGate(this.flag, false);
    }
    *post(...sources) { yield* this.loop.runAction(this.postGated, this, sources); }
    *postGated(sources) {
      for (const source of sources) yield* source.pending.set((yield* source.pending.get()) + 1);
      for (const source of sources) yield* source.post();
    }
    *run() { return yield* this.loop.runEventSources(); }
    *matrix() { return yield* this.loop.runAction(this.matrixGated, this); }
    *matrixGated() { return (yield* this.loop.onThread()) + ' ' + (yield* this.loop.inGate()); }
    *outside() { return (yield* this.loop.onThread()) + ' ' + (yield* this.loop.inGate()); }
  }`;
const setup = `
  const d = new Driver();
  yield* d.start();`;
const loop = (threads: string, watch = '', more = '', classes = driver): Promise<readonly string[]> =>
  ends({ driver: classes, setup: setup + more, threads, watch });

/** The driver with something else before what one of its actions does. */
const acting = (action: string, first: string): string => {
  const changed = driver.replace(`*${action}(source) { return`, `*${action}(source) { ${first} return`);
  expect(changed).not.toBe(driver);
  return changed;
};

describe('IOWorkLoop', () => {
  it('W01: makes one pass over nothing when it is made, then its thread sleeps', async () => {
    const pieces = {
      setup: 'const loop = yield* IOWorkLoop.workLoop();',
      threads: 'A: [() => loop.onThread()]',
    };
    const names = ['IOWL_WORK', 'IOWL_CLIENT', 'asleep'];
    expect(await sequences(pieces, names, ['+IOWL_WORK -IOWL_WORK .asleep'])).toEqual({
      only: true,
      found: ['+IOWL_WORK -IOWL_WORK .asleep'],
    });
  });

  it('W02: runs its sources in the order they were added, whatever the order of their signals', async () => {
    expect(await loop('A: [() => d.post(d.s3, d.s1, d.s2)]', 'order: d.order')).toEqual([
      'A: undefined | order="123"',
    ]);
  });

  it('W07: handles in the same pass what is signaled between the clearing of workToDo and the look, and makes an empty one more', async () => {
    const pieces = {
      setup: `
        class Counter extends OSObject {
          readonly counts = cell('');
          *note(source, count) { yield* this.counts.set((yield* this.counts.get()) + count); }
        }
        const counter = new Counter();
        const loop = yield* IOWorkLoop.workLoop();
        const source = IOInterruptEventSource.interruptEventSource(counter, counter.note);
        yield* loop.addEventSource(source);`,
      threads: 'A: [() => source.interruptOccurred()]',
    };
    const names = ['IOWL_WORK', 'IOWL_CLIENT', 'IOINTES_SEMA', 'IOINTES_ACTION'];
    const signal = '+IOINTES_SEMA -IOINTES_SEMA';
    const work = '+IOWL_CLIENT +IOINTES_ACTION -IOINTES_ACTION -IOWL_CLIENT';
    const again = `+IOWL_WORK ${signal} ${work} -IOWL_WORK +IOWL_WORK +IOWL_CLIENT -IOWL_CLIENT -IOWL_WORK`;
    expect(await happens(pieces, names, again)).toBe(true);
    expect(await ends({ ...pieces, watch: 'counts: counter.counts' })).toEqual(['A: undefined | counts="1"']);
  });

  it('W11: adds a source on the caller’s thread, and wakes nobody for it', async () => {
    const pieces = {
      driver,
      setup: `${setup}
        class Told extends Source {
          readonly by = unsynchronized('');
          *setWorkLoop(workLoop) {
            yield* super.setWorkLoop(workLoop);
            yield* this.by.set((yield* workLoop.onThread()) + ' ' + (yield* workLoop.inGate()));
          }
        }
        const told = new Told(d, d.first, 't');`,
      threads: "A: [when(asleep('work loop'), () => d.loop.addEventSource(told))]",
      watch: 'by: told.by',
    };
    expect(await ends(pieces)).toEqual(['A: 0 | by="false true"']);
    expect(await sequences(pieces, ['woken'], [''])).toEqual({ only: true, found: [] });
  });

  it('W17: lets a client’s action wait for a pass, so that actions never overlap', async () => {
    const pieces = {
      driver: acting('first', 'yield* this.touch();'),
      setup,
      threads: 'A: [() => d.post(d.s1), () => d.gatedTouch()]',
      watch: 'inside: d.inside, order: d.order',
    };
    const overlap = "never({ en: 'overlap', 'zh-Hans': '重叠' }, (s) => s.value('inside') > 1)";
    expect(await ends({ ...pieces, properties: overlap })).toEqual([
      'A: undefined,undefined | inside=0 | order="A1A"',
      'A: undefined,undefined | inside=0 | order="AA1"',
    ]);
    const ungated = pieces.threads.replace('gatedTouch', 'touch');
    expect(await explored({ ...pieces, threads: ungated })).toMatchObject({ verdict: 'fails' });
  });

  it('W22: runs no other source once an action has released the loop, and does not end its trace', async () => {
    const pieces = {
      driver: acting('first', "log('released'); yield* this.loop.release();"),
      setup,
      threads: 'A: [() => d.post(d.s1, d.s2)]',
      watch: 'order: d.order',
    };
    expect(await ends(pieces)).toEqual(['A: undefined | order="1"']);
    const before = ['', '+IOWL_WORK ', '+IOWL_WORK -IOWL_WORK +IOWL_WORK '];
    const { only } = await sequences(
      pieces,
      ['IOWL_WORK', 'released'],
      [
        ...before.map((work) => `${work}.released`),
        '+IOWL_WORK -IOWL_WORK +IOWL_WORK -IOWL_WORK +IOWL_WORK .released',
      ],
    );
    expect(only).toBe(true);
  });

  it('W26: enables and disables the interrupt sources, and no other', async () => {
    const more = `
      const usb = new UsbDevice({ name: 'usb' });
      const irq = IOInterruptEventSource.interruptEventSource(d, d.first, usb, 0);
      yield* d.loop.addEventSource(irq);
      yield* d.loop.disableAllEventSources();`;
    const threads = `A: [() => d.loop.enableAllInterrupts(), () => irq.isEnabled(), () => d.s1.isEnabled(),
      () => d.s1.enable(), () => d.loop.disableAllInterrupts(), () => irq.isEnabled(), () => d.s1.isEnabled()]`;
    expect(await loop(threads, '', more)).toEqual(['A: undefined,true,false,undefined,undefined,false,true']);
  });

  it('W28: hangs when an action on its thread waits for the action of another source', async () => {
    const waiting = acting('first', 'yield* this.waitGated();').replace(
      '*second(source) { return',
      '*second(source) { yield* this.setFlag(); return',
    );
    const threads = 'A: [() => d.post(d.s1, d.s2), () => d.waitForFlag()]';
    expect(await loop(threads, '', '', waiting)).toEqual([
      expect.stringContaining('A sleeps forever on driver.flag'),
    ]);
    expect(await loop(threads.replace('d.s1, ', ''), '', '', waiting)).toEqual(['A: undefined,undefined']);
  });

  it('W08: loses no signal', async () => {
    const threads = 'A: [() => d.post(d.s1)], B: [() => d.post(d.s1)]';
    expect(await loop(threads, 'order: d.order')).toEqual(['A: undefined B: undefined | order="11"']);
  });

  it('W04: breaks off the pass and starts at the head when an action adds a source', async () => {
    const adding = driver.replace(
      '*second(source) { return',
      '*second(source) { yield* this.loop.addEventSource(this.s4); yield* this.postGated([this.s1, this.s4]); return',
    );
    const more = "d.s4 = new Source(d, d.first, '4');";
    expect(await loop('A: [() => d.post(d.s2, d.s3)]', 'order: d.order', more, adding)).toEqual([
      'A: undefined | order="2134"',
    ]);
  });

  it('W05: starts again at the new head when an action removes a source', async () => {
    const removing = driver.replace(
      '*second(source) { return',
      '*second(source) { yield* this.loop.removeEventSource(this.s1); return',
    );
    expect(await loop('A: [() => d.post(d.s2, d.s3)]', 'order: d.order', '', removing)).toEqual([
      'A: undefined | order="23"',
    ]);
  });

  it('W13: leaves a source that has a loop where it is, and calls that a success', async () => {
    const threads =
      'A: [() => other.addEventSource(d.s1), function* () { return (yield* d.s1.getWorkLoop()) === d.loop; }]';
    expect(await loop(threads, '', 'const other = yield* IOWorkLoop.workLoop();')).toEqual(['A: 0,true']);
  });

  it('W14, W15: refuses to remove a source of another loop, and forgives one of none', async () => {
    const threads = 'A: [() => other.removeEventSource(d.s1), () => other.removeEventSource(loose)]';
    const more = 'const other = yield* IOWorkLoop.workLoop(); const loose = new Passive(d);';
    expect(await loop(threads, '', more)).toEqual(['A: -536870206,0']);
  });

  it('W19: says of every place whether it is the loop’s thread and whether it holds the gate', async () => {
    expect(
      await loop('A: [() => d.matrix(), () => d.outside(), () => d.post(d.s1)]', 'where: d.where'),
    ).toEqual(['A: "false true","false false",undefined | where="true true"']);
  });

  it('W20: runs the actions on whoever calls runEventSources', async () => {
    const outcomes = await loop('A: [() => d.post(d.s1), () => d.run()]', 'where: d.where');
    expect(outcomes).toEqual([
      'A: undefined,true | where="false true"',
      'A: undefined,true | where="true true"',
    ]);
  });

  it('does the same when its thread keeps its stack', async () => {
    const precious = driver.replace(
      'IOWorkLoop.workLoop()',
      'IOWorkLoop.workLoopWithOptions(kPreciousStack)',
    );
    const threads = 'A: [() => d.post(d.s3, d.s1), () => d.post(d.s2), () => d.loop.release()]';
    const outcomes = await loop(threads, 'order: d.order');
    expect(await loop(threads, 'order: d.order', '', precious)).toEqual(outcomes);
    expect(outcomes).toContain('A: undefined,undefined,undefined | order="132"');
  });

  it('names its thread until it has gone', async () => {
    const threads = `A: [function* () {
      const same = (yield* d.loop.getThread()) === (yield* current_thread());
      return [same, (yield* d.loop.getThread()) === null];
    }]`;
    expect(await loop(threads)).toEqual(['A: [false,false]']);
  });

  it('runs a block in the gate', async () => {
    const threads = 'A: [() => d.loop.runActionBlock(function* () { return yield* d.loop.inGate(); })]';
    expect(await loop(threads)).toEqual(['A: true']);
  });

  it('keeps what a source is given: its action, its refcon, its place in the chain', async () => {
    const threads = `A: [function* () {
      yield* d.s1.setRefcon(7);
      yield* d.s1.setAction(d.second);
      return [yield* d.s1.getRefcon(), (yield* d.s1.getAction()) === d.second, (yield* d.s1.getNext()) === d.s2,
        yield* d.s1.onThread()];
    }, () => d.s1.disable(), () => d.s1.isEnabled()]`;
    expect(await loop(threads)).toEqual(['A: [7,true,true,false],undefined,false']);
  });

  it.each([
    ['d.loop.addEventSource(null)', 'NULL read in IOWorkLoop::addEventSource'],
    ['d.loop.removeEventSource(null)', 'NULL read in IOWorkLoop::_maintRequest'],
    ['d.loop.runActionBlock(null)', 'NULL read in IOWorkLoopActionToBlock'],
  ])('panics when it runs or reads NULL: %s', async (call, message) => {
    expect(await loop(`A: [() => ${call}]`)).toEqual([expect.stringContaining(message)]);
  });

  it('sleeps with two arguments for as long as nothing but what may interrupt it does', async () => {
    const sleeping = driver.replace(
      '*run() {',
      `*sleepAborted(how) {
        yield* thread_terminate(yield* current_thread());
        return yield* this.loop.runAction(this.loop.sleepGate, this.loop, this.flag, how);
      }
      *run() {`,
    );
    expect(await loop('A: [() => d.sleepAborted(THREAD_INTERRUPTIBLE)]', '', '', sleeping)).toEqual(['A: 2']);
    expect(await loop('A: [() => d.sleepAborted(THREAD_UNINT)]', '', '', sleeping)).toEqual([
      expect.stringContaining('fails: waits-forever'),
    ]);
  });

  it('fails an assertion where the gate is opened by a thread that has not closed it', async () => {
    expect(await loop('A: [() => d.loop.openGate()]')).toEqual([
      expect.stringContaining('Assertion failed: lock->thread == IOThreadSelf()'),
    ]);
    const release = "profile: { build: 'release' },";
    const threads = "A: [when(asleep('work loop'), () => d.loop.openGate())]";
    expect(await ends({ driver, setup, threads, options: release })).toEqual(['A: undefined']);
  });

  const limited = (options: string, threads: string): Pieces => {
    const slow = driver.replace(
      '*first(',
      `*hold(ns) {
        const lock = IOLockAlloc();
        yield* IOLockLock(lock);
        yield* IOLockSleepDeadline(lock, lock, yield* clock_interval_to_deadline(ns), THREAD_UNINT);
        yield* IOLockUnlock(lock);
      }
      *nothing() {}
      *holdAndNest(ns) {
        yield* this.hold(ns);
        yield* this.loop.runAction(this.nothing, this);
      }
      *sleepInside(ns) {
        yield* this.loop.sleepGate(this.flag, yield* clock_interval_to_deadline(ns), THREAD_UNINT);
      }
      *first(`,
    );
    return { driver: slow, setup: `${setup} d.loop.setMaximumLockTime(1000, ${options});`, threads };
  };

  it('panics when the gate was held for too long', async () => {
    const hold = (ns: number): Promise<readonly string[]> =>
      ends(limited('kTimeLockPanics', `A: [() => d.loop.runAction(d.hold, d, ${ns})]`));
    expect(await hold(1000)).toEqual(['A: undefined']);
    expect(await hold(2500)).toEqual([expect.stringContaining('“IOWorkLoop lock time 2 us”')]);
  });

  it('does not count a sleep that opens the gate, nor what a gate inside hides', async () => {
    const inside = 'A: [() => d.loop.runAction(d.sleepInside, d, 5000)]';
    expect(await ends(limited('kTimeLockPanics', inside))).toEqual(['A: undefined']);
    const nested = 'A: [() => d.loop.runAction(d.holdAndNest, d, 5000)]';
    expect(await ends(limited('kTimeLockPanics', nested))).toEqual(['A: undefined']);
  });

  it('only reports that the gate was held for too long, without kTimeLockPanics', async () => {
    const pieces = limited('0', 'A: [() => d.loop.runAction(d.hold, d, 2500)]');
    expect(await ends(pieces)).toEqual(['A: undefined']);
    const { steps } = (await ran(pieces, 1)).trace;
    expect(steps.flatMap(({ events }) => events)).toContainEqual({
      type: 'log',
      text: 'IOWorkLoop lock time 2 us',
      values: [],
    });
  });

  it('W31: polls what overrides checkForWork, and nothing else', async () => {
    const threads = 'A: [() => d.loop.addEventSource(passive), () => passive.enable(), () => d.post(d.s2)]';
    expect(await loop(threads, 'order: d.order', 'const passive = new Passive(d);')).toEqual([
      'A: 0,undefined,undefined | order="2"',
    ]);
  });

  it('W25: disables all sources but its control gate', async () => {
    const threads = `A: [() => d.loop.disableAllEventSources(), () => d.s1.isEnabled(), () => gate.isEnabled(),
      () => d.loop.removeEventSource(d.s2), () => d.loop.enableAllEventSources(), () => gate.isEnabled()]`;
    const more = 'const gate = IOCommandGate.commandGate(d); yield* d.loop.addEventSource(gate);';
    expect(await loop(threads, '', more)).toEqual(['A: undefined,false,false,0,undefined,true']);
  });

  it('W18: panics when runAction is given no action', async () => {
    expect(await loop('A: [() => d.loop.runAction(null, d)]')).toEqual([
      expect.stringContaining('page fault'),
    ]);
  });

  it('W23: lets the last release return before its thread has gone, and frees the sources then', async () => {
    expect(await loop('A: [() => d.loop.release()]')).toEqual(['A: undefined']);
  });

  it('W32: panics when it is signalled after its thread has gone', async () => {
    const threads = 'A: [() => d.loop.release(), () => d.s1.post()]';
    expect(await loop(threads)).toEqual([expect.stringContaining('fails: panic')]);
  });

  it('W48: loses its thread, and is freed, when a client runs the sources between two looks at workToDo', async () => {
    const threads = 'A: [() => d.post(d.s1), () => d.post(d.s1), () => d.matrix()], B: [() => d.run()]';
    expect(await loop(threads)).toEqual([expect.stringMatching(/fails: panic/)]);
  });

  it('W29: deadlocks when two loops are entered in both orders', async () => {
    const crossing = driver.replace(
      '*matrix()',
      '*cross(a, b) { yield* a.runAction(this.enter, this, b); } *enter(b) { yield* b.runAction(this.outside, this); } *matrix()',
    );
    const threads = 'A: [() => d.cross(d.loop, other)], B: [() => d.cross(other, d.loop)]';
    expect(await loop(threads, '', 'const other = yield* IOWorkLoop.workLoop();', crossing)).toEqual([
      expect.stringContaining('fails: deadlock'),
    ]);
  });
});
