import { note, type Op } from '../effects/index.ts';
import { runBlock, type Block } from './block.ts';
import type { AbsoluteTime } from './clock.ts';
import type { Event } from './event.ts';
import {
  kIOReturnAborted,
  kIOReturnBadArgument,
  kIOReturnCannotLock,
  kIOReturnNotPermitted,
  kIOReturnNotReady,
  type IOReturn,
} from './IOReturn.ts';
import type { IOWorkLoop } from './IOWorkLoop.ts';
import { log } from './log.ts';
import type { Method } from './method.ts';
import type { OSObject } from './OSObject.ts';
import { nullRead, panic } from './panic.ts';
import {
  THREAD_ABORTSAFE,
  THREAD_AWAKENED,
  THREAD_INTERRUPTED,
  THREAD_INTERRUPTIBLE,
  THREAD_UNINT,
  type Interruptible,
  type WaitResult,
} from './waitResult.ts';
import { thread_wakeup_prim } from './wakeup.ts';
import { isYosemiteGate, YosemiteCommandGate } from './YosemiteCommandGate.ts';

/** The word of sleepers: two flags, and the number of running actions above them. */
const kSleepersRemoved = 1;
const kSleepersWaitEnabled = 2;
const kSleepersActions = 0x100;
const kSleepersActionsMask = ~0xff;

/**
 * A way into a work loop's gate: it runs actions on the caller's thread with the gate closed. It has no lock of its own; all command
 * gates and sources of a loop share the loop's. Disabled, it makes callers wait.
 *
 * @see IOCommandGate in XNU
 * @example
 * // Thread A:
 * yield* gate.runAction(driver.add, 2); // 2 or 5
 * // Thread B:
 * yield* gate.runAction(driver.add, 3); // 3 or 5
 */
export class IOCommandGate extends YosemiteCommandGate {
  /**
   * Makes a command gate, enabled and in no work loop yet.
   *
   * @param owner the object whose methods the actions are; not retained
   * @param action what `runCommand` and `attemptCommand` run; none if left out
   * @returns null if the owner is null
   * @see IOCommandGate::commandGate in XNU
   * @example
   * const own = IOCommandGate.commandGate(driver);
   * yield* own.runAction(driver.add, 2); // kIOReturnNotReady
   * yield* loop.addEventSource(own);
   * yield* own.runAction(driver.add, 2); // 2
   */
  static commandGate(owner: OSObject, action?: Method | null): IOCommandGate;
  static commandGate(owner: OSObject | null, action?: Method | null): IOCommandGate | null;
  static commandGate(owner: OSObject | null, action: Method | null = null): IOCommandGate | null {
    return owner && new IOCommandGate(owner, action);
  }

  /**
   * Closes the gate, runs an action on the caller's thread and opens the gate again. If the command gate is disabled the caller sleeps
   * first, with all its levels of the gate open (derived from XNU's source, not confirmed on a Mac), until it is enabled; only the work
   * loop's own thread passes.
   *
   * @param action a generator method of the owner
   * @param args what the action is given
   * @returns what the action returns; else, in this order: kIOReturnBadArgument if it is null, kIOReturnNotReady if the command gate is
   * in no work loop, kIOReturnAborted if the command gate was disabled and was removed, or the thread terminated, while the caller waited;
   * also, without a sleep, if it was removed while the caller waited for the gate (that, not confirmed on a Mac)
   *
   * Panics at interrupt level.
   * @see IOCommandGate::runAction in XNU
   * @example
   * yield* gate.runAction(driver.add, 2); // 2
   * yield* gate.runAction(null); // kIOReturnBadArgument
   */
  *runAction<Args extends unknown[], Result>(
    action: Method<Args, Result> | null,
    ...args: Args
  ): Op<Result | IOReturn> {
    if (!action) return kIOReturnBadArgument;
    if (isYosemiteGate()) return yield* this.runActionYosemite(action, args);
    const loop = yield* this.workLoop.get();
    if (!loop) return kIOReturnNotReady;
    yield* loop.closeGate();
    if (!(yield* loop.onThread()) && !(yield* this.waitUntilEnabled(loop))) return kIOReturnAborted;

    note('tracePoint', 'IOCMDQ_ACTION', 'start', [action, this.owner]);
    yield* this.sleepers.set((yield* this.sleepers.get()) + kSleepersActions);
    const result = yield* action.apply(this.owner, args);
    yield* this.sleepers.set((yield* this.sleepers.get()) - kSleepersActions);
    note('tracePoint', 'IOCMDQ_ACTION', 'end', [action, this.owner]);

    const sleepers = yield* this.sleepers.get();
    if ((sleepers & (kSleepersActionsMask | kSleepersRemoved)) === kSleepersRemoved) {
      yield* this.sleepers.set(sleepers & ~kSleepersRemoved);
      yield* super.setWorkLoop(null);
    }
    yield* loop.openGate();
    return result;
  }

  /** The disabled wait of runAction; false once it has given up, with the gate open. */
  private *waitUntilEnabled(loop: IOWorkLoop): Op<boolean> {
    while (!(yield* this.enabled.get())) {
      let result = THREAD_AWAKENED;
      if (yield* this.workLoop.get()) {
        yield* this.sleepers.set((yield* this.sleepers.get()) | kSleepersWaitEnabled);
        result = yield* loop.sleepGate(this.enabled, THREAD_INTERRUPTIBLE);
        yield* this.sleepers.set((yield* this.sleepers.get()) & ~kSleepersWaitEnabled);
      }
      const tearDown =
        !(yield* this.workLoop.get()) || ((yield* this.sleepers.get()) & kSleepersRemoved) !== 0;
      if (result === THREAD_AWAKENED && !tearDown) continue;
      yield* loop.openGate();
      if (tearDown) yield* thread_wakeup_prim(this.sleepers, false, THREAD_AWAKENED);
      return false;
    }
    return true;
  }

  /**
   * Runs the action that the command gate was made with, as `runAction` does.
   *
   * @param args what the action is given
   * @returns as `runAction`: kIOReturnBadArgument if there is no such action (the header says kIOReturnNoResources)
   *
   * Panics at interrupt level.
   * @see IOCommandGate::runCommand in XNU
   * @example
   * const adder = IOCommandGate.commandGate(driver, driver.add);
   * yield* loop.addEventSource(adder);
   * yield* adder.runCommand(2); // 2
   * yield* gate.runCommand(2); // kIOReturnBadArgument
   */
  *runCommand(...args: unknown[]): Op<IOReturn> {
    const action = (yield* this.action.get()) as Method<unknown[], IOReturn> | null;
    return yield* this.runAction(action, ...args);
  }

  /**
   * Runs a block on the caller's thread, as `runAction` runs an action.
   *
   * @param block a `function*` of the caller's own
   * @returns as `runAction`, but no kIOReturnBadArgument
   *
   * Panics if the block is null and its turn comes (derived from XNU's source, not confirmed on a Mac), and at interrupt level.
   * @see IOCommandGate::runActionBlock in XNU
   * @example
   * yield* gate.runActionBlock(function* () {
   *   yield* driver.count.set(7);
   *   return yield* loop.inGate();
   * }); // true
   */
  runActionBlock<Result>(block: Block<Result> | null): Op<Result | IOReturn> {
    return this.runAction(runBlock<Result>, block, 'IOCommandGateActionToBlock');
  }

  /**
   * Runs an action as `runAction` does, if that needs no waiting.
   *
   * @param action a generator method of the owner
   * @param args what the action is given
   * @returns what the action returns; else, in this order: kIOReturnBadArgument if it is null, kIOReturnNotReady if the command gate is
   * in no work loop, kIOReturnCannotLock if another thread is in the gate, kIOReturnNotPermitted if the command gate is disabled and
   * this is not the work loop's own thread
   * @see IOCommandGate::attemptAction in XNU
   * @example
   * // The work loop's own thread is in the gate now and then.
   * yield* gate.attemptAction(driver.add, 2); // 2 or kIOReturnCannotLock
   */
  *attemptAction<Args extends unknown[], Result>(
    action: Method<Args, Result> | null,
    ...args: Args
  ): Op<Result | IOReturn> {
    if (!action) return kIOReturnBadArgument;
    const loop = yield* this.workLoop.get();
    if (!loop) return isYosemiteGate() ? yield* nullRead('IOEventSource::tryCloseGate') : kIOReturnNotReady;
    if (!(yield* loop.tryCloseGate())) return kIOReturnCannotLock;
    let result: Result | IOReturn = kIOReturnNotPermitted;
    if ((yield* loop.onThread()) || (yield* this.enabled.get())) {
      note('tracePoint', 'IOCMDQ_ACTION', 'start', [action, this.owner]);
      result = yield* action.apply(this.owner, args);
      note('tracePoint', 'IOCMDQ_ACTION', 'end', [action, this.owner]);
    }
    yield* loop.openGate();
    return result;
  }

  /**
   * Runs the action that the command gate was made with, as `attemptAction` does.
   *
   * @param args what the action is given
   * @returns as `attemptAction`
   * @see IOCommandGate::attemptCommand in XNU
   * @example
   * const adder = IOCommandGate.commandGate(driver, driver.add);
   * yield* loop.addEventSource(adder);
   * yield* loop.runAction(adder.disable, adder);
   * yield* adder.attemptCommand(2); // kIOReturnNotPermitted or kIOReturnCannotLock
   */
  *attemptCommand(...args: unknown[]): Op<IOReturn> {
    const action = (yield* this.action.get()) as Method<unknown[], IOReturn> | null;
    return yield* this.attemptAction(action, ...args);
  }

  /**
   * Lets callers in again, and wakes those that wait. Does nothing while the command gate is in no work loop: it stays disabled.
   *
   * Panics if it is removed at the same time (not confirmed on a Mac), and at interrupt level.
   * @see IOCommandGate::enable in XNU
   * @example
   * yield* loop.runAction(gate.disable, gate);
   * // Thread A:
   * yield* gate.runAction(driver.add, 2); // 2
   * // Thread B:
   * yield* gate.enable();
   */
  override *enable(): Op {
    if (!(yield* this.workLoop.get())) return;
    yield* this.closeGate();
    yield* super.enable();
    yield* this.wakeupGate(this.enabled, false);
    yield* this.openGate();
  }

  /**
   * Makes later callers of `runAction` wait. Does not refuse them, does not wait for a running action, and wakes nobody. Call it in the
   * gate: outside it the kernel reports it, and does it.
   *
   * @see IOCommandGate::disable in XNU
   * @example
   * yield* loop.runAction(gate.disable, gate);
   * yield* gate.runAction(driver.add, 2); // never returns
   */
  override *disable(): Op {
    if (yield* this.workLoop.get()) {
      const loop = (yield* this.workLoop.get()) ?? (yield* nullRead('IOCommandGate::disable'));
      if (!(yield* loop.inGate())) log('IOCommandGate::disable() called when not gated');
    }
    yield* super.disable();
  }

  /**
   * Sleeps on an event with all levels of the gate open, so that everybody can come in; takes them back before it returns. Test what
   * you wait for in a loop.
   *
   * @param event what to sleep on: a cell, or an object
   * @param deadline absolute, in ticks (ns) since boot: see `clock_interval_to_deadline`; one in the past times out at once, 0 is for ever
   * @param interruptible what else may end the sleep; with two arguments it is the second, THREAD_ABORTSAFE if left out
   * @returns THREAD_AWAKENED, THREAD_TIMED_OUT or THREAD_INTERRUPTED: not an IOReturn
   *
   * Panics outside the gate, if the event is NULL, and if the command gate is in no work loop.
   * @see IOCommandGate::commandSleep in XNU
   * @example
   * const until = yield* clock_interval_to_deadline(2, kSecondScale);
   * yield* gate.runActionBlock(function* () {
   *   yield* gate.commandSleep(driver.ready, until, THREAD_ABORTSAFE); // THREAD_TIMED_OUT
   * });
   * yield* gate.commandSleep(driver.ready); // panics: "invalid commandSleep while not holding the gate"
   */
  commandSleep(event: Event, interruptible?: Interruptible): Op<WaitResult>;
  commandSleep(event: Event, deadline: AbsoluteTime, interruptible: Interruptible): Op<WaitResult>;
  *commandSleep(event: Event, second: number = THREAD_ABORTSAFE, third?: Interruptible): Op<WaitResult> {
    const loop = (yield* this.workLoop.get()) ?? (yield* nullRead('IOCommandGate::commandSleep'));
    if (!(yield* loop.inGate())) {
      if (isYosemiteGate()) return kIOReturnNotPermitted;
      return yield* panic('invalid commandSleep while not holding the gate');
    }
    if (third === undefined) return yield* this.sleepGate(event, second);
    return yield* this.sleepGate(event, second, third);
  }

  /**
   * Wakes who sleeps on an event: all of them, unless told otherwise. A wakeup that finds nobody is forgotten. Needs no gate, but who
   * changes what the sleepers wait for does.
   *
   * @param event what they sleep on
   * @param oneThread wake one thread only; false if left out
   *
   * Panics if the event is NULL, and if the command gate is in no work loop.
   * @see IOCommandGate::commandWakeup in XNU
   * @example
   * // Thread A:
   * yield* gate.runActionBlock(function* () {
   *   while (!(yield* driver.ready.get())) yield* gate.commandSleep(driver.ready);
   * });
   * // Thread B:
   * yield* gate.runActionBlock(function* () {
   *   yield* driver.ready.set(true);
   *   yield* gate.commandWakeup(driver.ready);
   * });
   */
  commandWakeup(event: Event, oneThread: boolean = false): Op {
    return this.wakeupGate(event, oneThread);
  }

  /**
   * Attaching is the base class's. Detaching sends home who waits because the command gate is disabled, and waits until they have gone; if an
   * action runs, asleep or not, the command gate stays attached until it ends. Who sleeps in `commandSleep` is not woken. One flag stands for all
   * who wait, and the first to go clears it: if one of two was terminated before, the other may never be sent home (found in XNU's source,
   * not confirmed on a Mac). Called by the work loop; call `addEventSource` and `removeEventSource`.
   *
   * @param workLoop the work loop that it is in from now on, or null for none
   *
   * Panics at interrupt level.
   * @see IOCommandGate::setWorkLoop in XNU
   * @example
   * yield* loop.runAction(gate.disable, gate);
   * // Thread A:
   * yield* gate.runAction(driver.add, 2); // kIOReturnAborted
   * // Thread B, when A is asleep:
   * yield* loop.removeEventSource(gate);
   * yield* gate.getWorkLoop(); // null
   */
  override *setWorkLoop(workLoop: IOWorkLoop | null): Op {
    const loop = workLoop ? null : yield* this.workLoop.get();
    if (!loop) return yield* super.setWorkLoop(workLoop);
    if (isYosemiteGate()) return yield* this.tearDownYosemite();
    yield* loop.closeGate();
    yield* this.sleepers.set((yield* this.sleepers.get()) | kSleepersRemoved);
    while ((yield* this.sleepers.get()) & kSleepersWaitEnabled) {
      yield* thread_wakeup_prim(this.enabled, false, THREAD_INTERRUPTED);
      yield* this.sleepGate(this.sleepers, THREAD_UNINT);
    }
    const sleepers = (yield* this.sleepers.get()) & ~kSleepersWaitEnabled;
    yield* this.sleepers.set(sleepers);
    if ((sleepers & kSleepersActionsMask) === 0) {
      yield* super.setWorkLoop(null);
      yield* this.sleepers.set((yield* this.sleepers.get()) & ~kSleepersRemoved);
    }
    yield* loop.openGate();
  }

  /** Cuts the command gate off without any of that: what a work loop does with its control gate when it goes. @internal */
  forgetWorkLoop(): Op {
    return this.workLoop.set(null);
  }

  /** Detaches it if it still is in a work loop, then frees it. */
  override *free(): Op {
    if (yield* this.workLoop.get()) yield* this.setWorkLoop(null);
    yield* super.free();
  }
}
