import { describe, expect, it } from 'vitest';
import { ends, explored } from '../../testing/explored.ts';
import { happens, sequences } from '../../testing/tracePoints.ts';

const driver = `
  class Driver extends IOService {
    readonly lock = IOLockAlloc();
    readonly event = cell(0);
    readonly count = cell(0);
    readonly ran = cell(0);
    readonly inside = cell(false);
    readonly first = unsynchronized(null);

    *start(provider) {
      this.workLoop = yield* IOWorkLoop.workLoop();
      this.commandGate = IOCommandGate.commandGate(this);
      yield* this.workLoop.addEventSource(this.commandGate);
      return true;
    }
    *terminateFirst() { yield* thread_terminate(yield* this.first.get()); }
    *run() {
      if ((yield* this.first.get()) === null) yield* this.first.set(yield* current_thread());
      return yield* this.commandGate.runAction(this.action);
    }
    *attempt() { return yield* this.commandGate.attemptAction(this.action); }
    *action() {
      yield* this.ran.set((yield* this.ran.get()) + 1);
      return 7;
    }
    *disable() { yield* this.workLoop.runAction(this.disableGated, this); }
    *disableGated() { yield* this.commandGate.disable(); }
    *enable() { yield* this.commandGate.enable(); }
    *remove() { return yield* this.workLoop.removeEventSource(this.commandGate); }
    *add() { return yield* this.workLoop.addEventSource(this.commandGate); }
    *attached() { return (yield* this.commandGate.getWorkLoop()) !== null; }
    *isEnabled() { return yield* this.commandGate.isEnabled(); }
    *wakeup(one = false) { yield* this.commandGate.runAction(this.wakeupGated, one); }
    *wakeupGated(one) {
      yield* this.event.set(1);
      yield* this.commandGate.commandWakeup(this.event, one);
    }
    *sleep(depth = 0) { return yield* this.commandGate.runAction(this.sleepGated, depth); }
    *sleepGated(depth) {
      if (depth > 0) return yield* this.commandGate.runAction(this.sleepGated, depth - 1);
      while ((yield* this.event.get()) === 0) {
        const why = yield* this.commandGate.commandSleep(this.event);
        if (why !== THREAD_AWAKENED) return why;
      }
      return THREAD_AWAKENED;
    }
    *sleepUntil(deadline) { return yield* this.commandGate.runAction(this.sleepUntilGated, deadline); }
    *sleepUntilGated(deadline) { return yield* this.commandGate.commandSleep(this.event, deadline, THREAD_UNINT); }
    *removeInside() { return yield* this.commandGate.runAction(this.removeGated); }
    *removeGated() {
      yield* this.workLoop.removeEventSource(this.commandGate);
      return yield* this.attached();
    }
    *outside() { return yield* this.commandGate.commandSleep(this.event); }
    *terminated() {
      yield* thread_terminate(yield* current_thread());
      return yield* this.run();
    }
    *signalFirst() { yield* thread_abort_safely(yield* this.first.get()); }
    *onWorkThread() {
      this.source = IOInterruptEventSource.interruptEventSource(this, this.fromWorkThread);
      yield* this.workLoop.addEventSource(this.source);
    }
    *fromWorkThread() {
      yield* this.event.set([yield* this.attempt(), yield* this.run(), yield* this.commandGate.onThread()]);
    }
    *attemptInside() { return yield* this.workLoop.runAction(this.attempt, this); }
    *enableSaying() {
      yield* this.isEnabled();
      log('enabling');
      yield* this.enable();
    }
    *waitForRace() {
      yield* IOLockLock(this.lock);
      yield* IOLockSleep(this.lock, this.event, THREAD_UNINT);
      yield* IOLockUnlock(this.lock);
    }
    *startRace() { yield* IOLockWakeup(this.lock, this.event, false); }
    *enableGated() { yield* this.workLoop.runAction(this.enable, this); }
    *sleepOnce() { return yield* this.commandGate.runAction(this.sleepOnceGated); }
    *sleepOnceGated() {
      yield* this.first.set(yield* current_thread());
      return yield* this.commandGate.commandSleep(this.event);
    }
    *wakeOne() { yield* this.workLoop.wakeupGate(this.event, true); }
    *wakeInLoop() { yield* this.workLoop.runAction(this.wakeupGated, this, false); }
    *outer() { yield* this.workLoop.runAction(this.outerGated, this); }
    *outerGated() {
      yield* this.inside.set(true);
      const result = yield* this.commandGate.runAction(this.action);
      yield* this.inside.set(false);
      return result;
    }
    *look() { return yield* this.workLoop.runAction(this.lookGated, this); }
    *lookGated() { return yield* this.inside.get(); }
    *secondGate() {
      this.other = IOCommandGate.commandGate(this);
      yield* this.workLoop.addEventSource(this.other);
    }
    *runOther() { return yield* this.other.runAction(this.action); }
    *twice() { return yield* this.commandGate.runAction(this.twiceGated); }
    *twiceGated() {
      yield* this.run();
      log('inner');
      yield* this.inside.set(true);
      log('outer');
      return 8;
    }
    *blocked() { return yield* this.commandGate.runActionBlock(function* () { return 5; }); }
  }`;
const setup = `
  const d = new Driver();
  yield* d.start(null);`;
const gate = (threads: string, more = '', watch = ''): Promise<readonly string[]> =>
  ends({ driver, setup: setup + more, threads, watch });
const disabled = 'yield* d.commandGate.disable();';
/** Once two callers wait at the command gate, C enables it in one way or another while D removes it. */
const race = (enable: string): string => `A: [() => d.run()], B: [() => d.run()],
  C: [when(asleep('A', 'B', 'D'), () => d.startRace()), () => d.${enable}()],
  D: [() => d.waitForRace(), () => d.remove()]`;

describe('IOCommandGate', () => {
  it('returns what the action returns', async () => {
    expect(await gate('A: [() => d.run(), () => d.blocked()]')).toEqual(['A: 7,5']);
  });

  it('attempts an action while nobody else, the loop’s own thread included, is in the gate', async () => {
    expect(await gate('A: [() => d.attempt()]')).toEqual(['A: -536870196', 'A: 7']);
  });

  it('G01, G02, G04: refuses a NULL action before it looks at anything else', async () => {
    const threads = `A: [() => d.commandGate.runAction(null), () => d.commandGate.runCommand(), () => d.remove(),
      () => d.commandGate.runAction(null), () => d.commandGate.attemptAction(null)]`;
    expect(await gate(threads)).toEqual(['A: -536870206,-536870206,0,-536870206,-536870206']);
    const nothing = 'A: [() => d.commandGate.runAction(null), () => d.commandGate.attemptCommand()]';
    expect(await gate(nothing, disabled)).toEqual(['A: -536870206,-536870206']);
  });

  it('G07, G11: lets the loop’s own thread pass while it is disabled, and nobody else', async () => {
    const more = `yield* d.onWorkThread(); ${disabled}`;
    const threads = 'A: [() => d.source.interruptOccurred()]';
    expect(await gate(threads, more, 'seen: d.event, ran: d.ran')).toEqual([
      'A: undefined | seen=[7,7,true] | ran=2',
    ]);
  });

  it('G08: attempts an action for a thread that is in the gate already', async () => {
    expect(await gate("A: [when(asleep('work loop'), () => d.attemptInside())]")).toEqual(['A: 7']);
  });

  it('G05, G06: says CannotLock before NotPermitted', async () => {
    expect(await gate('A: [() => d.attempt()], B: [() => d.disable()]', disabled)).toEqual([
      'A: -536870174 B: undefined',
      'A: -536870196 B: undefined',
    ]);
  });

  it('G10: lets a caller wait at a disabled gate until it is enabled', async () => {
    expect(await gate('A: [() => d.run()], B: [() => d.enable()]', disabled, 'ran: d.ran')).toEqual([
      'A: 7 B: undefined | ran=1',
    ]);
  });

  it('G10: traces the action only, and not the wait before it', async () => {
    const threads = "A: [() => d.run()], B: [when(asleep('A'), () => d.enableSaying())]";
    const names = ['IOCMDQ_ACTION', 'enabling'];
    const expected = ['.enabling +IOCMDQ_ACTION -IOCMDQ_ACTION'];
    expect(await sequences({ driver, setup: setup + disabled, threads }, names, expected)).toEqual({
      only: true,
      found: expected,
    });
  });

  it('G13: lets one caller run and the other sleep again when it is disabled before the other has the gate', async () => {
    const threads = `A: [() => d.run()], B: [() => d.run()],
      C: [when(asleep('A', 'B'), () => d.enable()), () => d.disable()]`;
    const one = `never({ en: 'one ran', 'zh-Hans': '一个已运行' }, (s) =>
      s.results('C').length === 2 && s.results('A').length === 1 && s.asleep('B') && s.value('ran') === 1)`;
    const found = await explored({
      driver,
      setup: setup + disabled,
      threads,
      watch: 'ran: d.ran',
      properties: one,
    });
    expect(found).toMatchObject({ verdict: 'fails', failure: { kind: 'property' } });
    const last = ', () => d.enable()]';
    expect(await gate(threads.replace(/\]$/, last), disabled)).toEqual([
      'A: 7 B: 7 C: undefined,undefined,undefined',
    ]);
  });

  it('G14: keeps a waiting caller waiting on a signal', async () => {
    const signal = "A: [() => d.run()], B: [when(asleep('A'), () => d.signalFirst())]";
    expect(await gate(signal, disabled)).toEqual([expect.stringContaining('A sleeps forever')]);
    expect(await gate(signal.replace(/\]$/, ', () => d.enable()]'), disabled)).toEqual([
      'A: 7 B: undefined,undefined',
    ]);
  });

  it('lets a caller wait for ever when nobody enables it', async () => {
    expect(await gate('A: [() => d.run()]', disabled)).toEqual([
      expect.stringContaining('fails: waits-forever'),
    ]);
  });

  it('G15: aborts a waiting caller whose thread is terminated', async () => {
    expect(await gate('A: [() => d.terminated()]', disabled)).toEqual(['A: -536870165']);
  });

  it('G16: aborts two waiting callers when it is removed', async () => {
    const threads =
      "A: [() => d.run()], B: [() => d.run()], C: [when(asleep('A', 'B'), () => d.remove()), () => d.isEnabled()]";
    expect(await gate(threads, disabled)).toEqual(['A: -536870165 B: -536870165 C: 0,false']);
  });

  it('G17: strands a waiting caller when another one was terminated before the removal', async () => {
    const threads = `A: [() => d.run()], B: [() => d.run()],
      C: [when(asleep('A', 'B'), () => d.terminateFirst()), () => d.remove()]`;
    expect(await gate(threads, disabled)).toEqual([expect.stringMatching(/B sleeps forever/)]);
  });

  it('G18: strands a caller who comes while the remover sleeps', async () => {
    const threads = "A: [() => d.run()], B: [() => d.run()], C: [when(asleep('A'), () => d.remove())]";
    expect(await gate(threads, disabled)).toEqual([expect.stringMatching(/[AB] sleeps forever/)]);
  });

  it('G19: panics when enable races with removal, with two callers waiting or none', async () => {
    const panics = [expect.stringContaining('page fault: NULL read in IOEventSource::')];
    expect(await gate('A: [() => d.enable()], B: [() => d.remove()]', disabled)).toEqual(panics);
    expect(await gate(race('enable'), disabled)).toEqual(panics);
  });

  it('G19: strands nobody when enable, in the gate, races with removal: each caller ran or was aborted', async () => {
    const ends = [7, -536870165].flatMap((a) =>
      [7, -536870165].map((b) => `A: ${a} B: ${b} C: undefined,undefined D: undefined,0`),
    );
    expect(await gate(race('enableGated'), disabled)).toEqual(ends.toSorted());
  });

  it('G20: is removed at once while a caller sleeps in an action, stays attached until the action ends, wakes nobody', async () => {
    const threads = `A: [() => d.sleep(), () => d.attached()],
      B: [when(asleep('A'), () => d.remove()), () => d.attached(), () => d.wakeup(), () => d.attached()]`;
    expect(await gate(threads)).toEqual(expect.arrayContaining(['A: 0,false B: 0,true,undefined,false']));
  });

  it('G22: leaves removal by its own action to the end of the action', async () => {
    expect(await gate('A: [() => d.removeInside(), () => d.attached()]')).toEqual(['A: true,false']);
  });

  it('G23: is not ready once it is detached, and aborts who found it attached', async () => {
    expect(await gate('A: [() => d.run()], B: [() => d.remove()]')).toEqual([
      'A: -536870165 B: 0',
      'A: -536870184 B: 0',
      'A: 7 B: 0',
    ]);
  });

  it('W16: comes back disabled when it is removed and added', async () => {
    const threads =
      'A: [() => d.remove(), () => d.add(), () => d.isEnabled(), () => d.enable(), () => d.run()]';
    expect(await gate(threads)).toEqual(['A: 0,0,false,undefined,7']);
  });

  it('G25: panics when commandSleep is called outside the gate', async () => {
    expect(await gate('A: [() => d.outside()]')).toEqual([
      expect.stringContaining('invalid commandSleep while not holding the gate'),
    ]);
  });

  it('G26: sleeps until it is woken, until the deadline, or until its thread is terminated', async () => {
    expect(await gate('A: [() => d.sleep()], B: [() => d.wakeup()]')).toEqual(['A: 0 B: undefined']);
    expect(await gate('A: [() => d.sleepUntil(5_000_000_000)]')).toEqual(['A: 1']);
    const threads = "A: [() => d.sleepOnce()], B: [when(asleep('A'), () => d.terminateFirst())]";
    expect(await gate(threads)).toEqual(['A: 2 B: undefined']);
  });

  it('G28: opens all levels of the gate while an action sleeps', async () => {
    const threads = "A: [() => d.sleep(2)], B: [when(asleep('A'), () => d.run()), () => d.wakeup()]";
    expect(await gate(threads)).toEqual(['A: 0 B: 7,undefined']);
  });

  it('G29: opens the outer section too when a nested action waits at the disabled gate', async () => {
    const threads = "A: [() => d.outer()], B: [when(asleep('A'), () => d.look()), () => d.enable()]";
    expect(await gate(threads, disabled)).toEqual(['A: undefined B: true,undefined']);
    const enabled = 'A: [() => d.outer()], B: [() => d.look()]';
    expect(await gate(enabled)).toEqual(['A: undefined B: false']);
  });

  it('G31: wakes two of three sleepers when told twice to wake one', async () => {
    const threads = `A: [() => d.sleepOnce(), when(asleep('C'), () => d.wakeOne())],
      B: [when(asleep('A'), () => d.sleepOnce())], C: [when(asleep('A', 'B'), () => d.sleepOnce())],
      D: [when(asleep('A', 'B', 'C'), () => d.wakeOne()), () => d.wakeOne()]`;
    const options = "wakeOrder: 'fifo',";
    expect(await ends({ driver, setup, threads, options })).toEqual([
      'A: 0,undefined B: 0 C: 0 D: undefined,undefined',
    ]);
    const third = threads.replace(", when(asleep('C'), () => d.wakeOne())", '');
    expect(await ends({ driver, setup, threads: third, options })).toEqual([
      expect.stringContaining('C sleeps forever'),
    ]);
  });

  it('G32: lets one thread in, through whichever of two command gates of a loop', async () => {
    const threads = 'A: [() => d.run()], B: [() => d.runOther()]';
    expect(await gate(threads, 'yield* d.secondGate();', 'ran: d.ran')).toEqual(['A: 7 B: 7 | ran=2']);
  });

  it('G34: reports a disable() outside the gate, and does it', async () => {
    const said = 'IOCommandGate::disable() called when not gated';
    const outside = { driver, setup, threads: 'A: [() => d.commandGate.disable(), () => d.isEnabled()]' };
    expect(await ends(outside)).toEqual(['A: undefined,false']);
    expect(await happens(outside, [said], `.${said}`)).toBe(true);
    const inside = { ...outside, threads: 'A: [() => d.disable(), () => d.isEnabled()]' };
    expect(await ends(inside)).toEqual(['A: undefined,false']);
    expect(await happens(inside, [said], `.${said}`)).toBe(false);
  });

  it('G35: lets an action that sleeps go on when it is disabled, and new callers wait', async () => {
    const threads = `A: [() => d.sleep()],
      B: [when(asleep('A'), () => d.disable()), () => d.wakeInLoop(), () => d.run()],
      C: [when(asleep('B'), () => d.enable())]`;
    expect(await gate(threads)).toEqual(['A: 0 B: undefined,undefined,7 C: undefined']);
  });

  it('G37: runs an action within an action, and opens the gate once, at the end', async () => {
    const pieces = { driver, setup, threads: 'A: [() => d.twice()]', watch: 'ran: d.ran' };
    expect(await ends(pieces)).toEqual(['A: 8 | ran=1']);
    const names = ['inner', 'outer', 'lockReleased', 'IOWL_WORK'];
    const calm = "A: [when(asleep('work loop'), () => d.twice())]";
    expect(
      await happens(
        { ...pieces, threads: calm },
        names,
        '+IOWL_WORK -IOWL_WORK .lockReleased .inner .outer .lockReleased',
      ),
    ).toBe(true);
    expect(
      await happens(
        { ...pieces, threads: calm },
        ['inner', 'outer', 'lockReleased'],
        '.lockReleased .lockReleased',
      ),
    ).toBe(false);
  });

  it('panics when the turn of a NULL block comes, which nobody looks at before', async () => {
    expect(await gate('A: [() => d.commandGate.runActionBlock(null)]')).toEqual([
      expect.stringContaining('NULL read in IOCommandGateActionToBlock'),
    ]);
    expect(await gate('A: [() => IOCommandGate.commandGate(d).runActionBlock(null)]')).toEqual([
      expect.stringContaining('-536870184'),
    ]);
  });

  it('G40: panics when an interrupt handler runs an action', async () => {
    const more = `
      const usb = new UsbDevice({ name: 'usb' });
      yield* usb.registerInterrupt(0, d, d.run);
      yield* usb.enableInterrupt(0);`;
    expect(await gate('A: [() => usb.submit(1)]', more)).toEqual([
      expect.stringMatching(/fails: panic: .*IRQ context/),
    ]);
  });

  it('G31: wakes all sleepers unless told to wake one', async () => {
    const all = "A: [() => d.sleep()], B: [() => d.sleep()], C: [when(asleep('A', 'B'), () => d.wakeup())]";
    expect(await gate(all)).toEqual(['A: 0 B: 0 C: undefined']);
    const one = all.replace('wakeup()', 'wakeup(true)');
    expect(await gate(one)).toEqual([expect.stringContaining('sleeps forever')]);
  });

  it('runs actions of several threads one after the other', async () => {
    expect(
      await gate('A: [() => d.run()], B: [() => d.run()], C: [() => d.run()]', '', 'ran: d.ran'),
    ).toEqual(['A: 7 B: 7 C: 7 | ran=3']);
  });
});
