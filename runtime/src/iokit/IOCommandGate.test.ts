import { describe, expect, it } from 'vitest';
import { ends } from '../../testing/explored.ts';

const driver = `
  class Driver extends IOService {
    readonly event = cell(0);
    readonly count = cell(0);
    readonly ran = cell(0);
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
    *blocked() { return yield* this.commandGate.runActionBlock(function* () { return 5; }); }
  }`;
const setup = `
  const d = new Driver();
  yield* d.start(null);`;
const gate = (threads: string, more = '', watch = ''): Promise<readonly string[]> =>
  ends({ driver, setup: setup + more, threads, watch });
const disabled = 'yield* d.commandGate.disable();';

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

  it('G19: panics when enable races with removal', async () => {
    expect(await gate('A: [() => d.enable()], B: [() => d.remove()]', disabled)).toEqual([
      expect.stringContaining('page fault: NULL read in IOEventSource::'),
    ]);
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

  it('G26: sleeps until it is woken, or until the deadline', async () => {
    expect(await gate('A: [() => d.sleep()], B: [() => d.wakeup()]')).toEqual(['A: 0 B: undefined']);
    expect(await gate('A: [() => d.sleepUntil(5_000_000_000)]')).toEqual(['A: 1']);
  });

  it('G28: opens all levels of the gate while an action sleeps', async () => {
    const threads = "A: [() => d.sleep(2)], B: [when(asleep('A'), () => d.run()), () => d.wakeup()]";
    expect(await gate(threads)).toEqual(['A: 0 B: 7,undefined']);
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
