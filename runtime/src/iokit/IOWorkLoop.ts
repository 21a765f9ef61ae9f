import { ask, note, profile, type Op } from '../effects/index.ts';
import { atomic, unsynchronized } from './cell.ts';
import type { AbsoluteTime } from './clock.ts';
import type { Event } from './event.ts';
import { IOCommandGate } from './IOCommandGate.ts';
import { kActive, type IOEventSource } from './IOEventSource.ts';
import { IOInterruptEventSource } from './IOInterruptEventSource.ts';
import {
  IORecursiveLockAlloc,
  IORecursiveLockFree,
  IORecursiveLockHaveLock,
  IORecursiveLockLock,
  IORecursiveLockSleep,
  IORecursiveLockSleepDeadline,
  IORecursiveLockTryLock,
  IORecursiveLockUnlock,
  IORecursiveLockWakeup,
} from './IORecursiveLock.ts';
import { kIOReturnBadArgument, kIOReturnSuccess, kIOReturnUnsupported, type IOReturn } from './IOReturn.ts';
import type { Method } from './method.ts';
import { OSObject } from './OSObject.ts';
import { MaximumLockTime } from './maximumLockTime.ts';
import { nullRead, panic } from './panic.ts';
import { runBlock, type Block } from './block.ts';
import { current_thread, type thread_t } from './thread.ts';
import type { Interruptible, WaitResult } from './waitResult.ts';

/** The field of a chain. */
type Chain = 'eventChain' | 'passiveEventChain';

/** What `_maintRequest` is asked to do. */
const mAddEvent = 1;
const mRemoveEvent = 2;

/** For `workLoopWithOptions`: the loop's thread keeps its stack while it sleeps. */
export const kPreciousStack = 1;
/** `setMaximumLockTime`: panic instead of a report. */
export const kTimeLockPanics = 2;

/**
 * A recursive lock (the gate), a thread, and a chain of event sources that the thread looks at with the gate closed.
 *
 * @see IOWorkLoop in XNU
 * @example
 * const loop = yield* IOWorkLoop.workLoop();
 * const gate = IOCommandGate.commandGate(driver);
 * yield* loop.addEventSource(gate);
 * yield* gate.runAction(driver.add, 2); // 2
 */
export class IOWorkLoop extends OSObject {
  private readonly gateLock = IORecursiveLockAlloc();
  /** In no chain, although a comment in XNU says that it is in one. */
  private readonly controlG = IOCommandGate.commandGate(this, this._maintRequest);
  private readonly eventChain = unsynchronized<IOEventSource | null>(null);
  private readonly passiveEventChain = unsynchronized<IOEventSource | null>(null);
  private readonly workThread = unsynchronized<thread_t | null>(null);
  /** Stored under a spin lock, which drains the store buffer; until xnu-1228.0.2 it was cleared without it. */
  private readonly workToDo = profile().kernel === 'classic' ? unsynchronized(false) : atomic(false);
  private readonly loopRestart = unsynchronized(false);
  private readonly loopTerminate = unsynchronized(false);
  private readonly options: number;
  private maximumLockTime: MaximumLockTime | null = null;

  private constructor(options: number) {
    super();
    this.options = options;
  }

  /**
   * Makes a work loop and starts its thread, which makes one pass at once.
   *
   * @returns the loop; in XNU NULL if there is no memory, which never happens here
   * @see IOWorkLoop::workLoop in XNU
   * @example
   * const loop = yield* IOWorkLoop.workLoop();
   * yield* loop.onThread(); // false
   */
  static workLoop(): Op<IOWorkLoop> {
    return IOWorkLoop.workLoopWithOptions(0);
  }

  /**
   * Makes a work loop as `workLoop` does.
   *
   * @param options kPreciousStack, which changes nothing that a driver could see, or 0
   * @returns the loop
   * @see IOWorkLoop::workLoopWithOptions in XNU
   * @example
   * const loop = yield* IOWorkLoop.workLoopWithOptions(kPreciousStack);
   * yield* loop.runEventSources(); // true
   */
  static *workLoopWithOptions(options: number): Op<IOWorkLoop> {
    const loop = new IOWorkLoop(options);
    yield* loop.init();
    return loop;
  }

  /**
   * Watches how long the gate is held: whoever opens it later than that is reported in the trace, or panics. A gate that closes again
   * inside starts the clock anew, and so hides how long the outer one was held. Only in `setup` and `start`.
   *
   * @param interval the longest time, in ticks (ns); 0 is no limit
   * @param options kTimeLockPanics to panic, or 0
   * @see IOWorkLoop::setMaximumLockTime in XNU, where only kernels built with IOKITSTATS watch
   * @example
   * loop.setMaximumLockTime(10 * kMillisecondScale, kTimeLockPanics);
   * // Thread A:
   * yield* loop.runAction(driver.add, driver, 2); // 2
   */
  setMaximumLockTime(interval: AbsoluteTime, options: number): void {
    const panics = (options & kTimeLockPanics) !== 0;
    this.maximumLockTime = interval === 0 ? null : new MaximumLockTime(interval, panics);
  }

  /** @see IOWorkLoop::init in XNU */
  private *init(): Op {
    yield* this.controlG.setWorkLoop(this);
    // Does nothing, since the line above has attached it: the control gate is in no chain.
    yield* this.addEventSource(this.controlG);
    const body = [this, this.threadMain];
    yield* this.workThread.set(
      yield* ask<thread_t>({ type: 'startThread', body, arguments: [], label: 'work loop' }),
    );
  }

  /**
   * Adds a source at the end of its chain. One that is in a work loop already, this or another, stays where it is, and that is a
   * success too. Runs on the caller's thread, in the gate.
   *
   * In XNU the first owner that is no IOCommandPool also gives the loop's thread its class's name; here that is called `work loop`.
   *
   * @param source the source; the loop retains it
   * @returns kIOReturnSuccess (the header calls that success of adding it, and says nothing of one that stays where it is)
   *
   * Panics if the source is NULL, and at interrupt level. Two threads that add one source to two loops at once can get it into both: not confirmed on a Mac.
   * @see IOWorkLoop::addEventSource in XNU
   * @example
   * const other = yield* IOWorkLoop.workLoop();
   * yield* other.addEventSource(gate); // kIOReturnSuccess
   * yield* gate.getWorkLoop(); // loop
   */
  addEventSource(source: IOEventSource): Op<IOReturn> {
    if (!source) return nullRead('IOWorkLoop::addEventSource');
    return this.controlG.runCommand(mAddEvent, source);
  }

  /**
   * Takes a source out of its chain, disables and releases it; an interrupt source goes on saying that it is enabled. Who sleeps in `commandSleep` is not woken, and a command gate whose
   * action runs stays attached until the action ends. Runs on the caller's thread, in the gate.
   *
   * @param source the source
   * @returns kIOReturnSuccess, also if it is in no work loop; kIOReturnBadArgument if it is in another one, or another thread is just
   * removing it (that, not confirmed on a Mac)
   *
   * Panics if the source is NULL, and at interrupt level.
   * @see IOWorkLoop::removeEventSource in XNU
   * @example
   * const other = yield* IOWorkLoop.workLoop();
   * yield* other.removeEventSource(gate); // kIOReturnBadArgument
   * yield* loop.removeEventSource(gate); // kIOReturnSuccess
   * yield* gate.runAction(driver.add, 2); // kIOReturnNotReady
   */
  removeEventSource(source: IOEventSource): Op<IOReturn> {
    return this.controlG.runCommand(mRemoveEvent, source);
  }

  /**
   * Enables all sources, the control gate excepted. Call it in the gate; it does not close it.
   *
   * @see IOWorkLoop::enableAllEventSources in XNU
   * @example
   * yield* loop.runAction(gate.disable, gate);
   * yield* loop.runAction(loop.enableAllEventSources, loop);
   * yield* gate.isEnabled(); // true
   */
  *enableAllEventSources(): Op {
    let source = yield* this.eventChain.get();
    while (source) {
      yield* source.enable();
      source = yield* source.getNext();
    }
    source = yield* this.passiveEventChain.get();
    while (source) {
      yield* source.enable();
      source = yield* source.getNext();
    }
  }

  /**
   * Disables all sources, the control gate excepted. Call it in the gate; it does not close it.
   *
   * @see IOWorkLoop::disableAllEventSources in XNU
   * @example
   * yield* loop.runAction(loop.disableAllEventSources, loop);
   * yield* gate.isEnabled(); // false
   */
  *disableAllEventSources(): Op {
    let source = yield* this.eventChain.get();
    while (source) {
      yield* source.disable();
      source = yield* source.getNext();
    }
    source = yield* this.passiveEventChain.get();
    while (source) {
      if (source !== this.controlG) yield* source.disable();
      source = yield* source.getNext();
    }
  }

  /**
   * Enables the interrupt sources, and no others. Call it in the gate; it does not close it.
   *
   * @see IOWorkLoop::enableAllInterrupts in XNU
   * @example
   * const irq = IOInterruptEventSource.interruptEventSource(driver, driver.completed, usb, 0);
   * yield* loop.addEventSource(irq);
   * yield* loop.runAction(loop.enableAllInterrupts, loop);
   * // Thread A:
   * yield* usb.submit(7);
   * yield* gate.runAction(driver.waitFor, 1); // 1
   */
  *enableAllInterrupts(): Op {
    let source = yield* this.eventChain.get();
    while (source) {
      if (source instanceof IOInterruptEventSource) yield* source.enable();
      source = yield* source.getNext();
    }
  }

  /**
   * Disables the interrupt sources, and no others. Call it in the gate; it does not close it.
   *
   * @see IOWorkLoop::disableAllInterrupts in XNU
   * @example
   * const irq = IOInterruptEventSource.interruptEventSource(driver, driver.completed, usb, 0);
   * yield* loop.addEventSource(irq);
   * // Thread A:
   * yield* loop.runAction(loop.disableAllInterrupts, loop);
   * yield* irq.isEnabled(); // false
   * yield* gate.isEnabled(); // true
   */
  *disableAllInterrupts(): Op {
    let source = yield* this.eventChain.get();
    while (source) {
      if (source instanceof IOInterruptEventSource) yield* source.disable();
      source = yield* source.getNext();
    }
  }

  /**
   * The loop's own thread, read without a lock.
   *
   * @returns the thread; null once it has gone
   * @see IOWorkLoop::getThread in XNU
   * @example
   * (yield* loop.getThread()) === (yield* current_thread()); // false
   */
  getThread(): Op<thread_t | null> {
    return this.workThread.get();
  }

  /**
   * Whether this is the loop's own thread. It can be without holding the gate, and another thread can hold it.
   *
   * @see IOWorkLoop::onThread in XNU
   * @example
   * yield* gate.runActionBlock(function* () {
   *   yield* loop.onThread(); // false
   *   yield* loop.inGate(); // true
   * });
   */
  *onThread(): Op<boolean> {
    const self = yield* current_thread();
    return self === (yield* this.workThread.get());
  }

  /**
   * Whether this thread holds the gate.
   *
   * @see IOWorkLoop::inGate in XNU
   * @example
   * yield* loop.inGate(); // false
   * yield* loop.runAction(loop.inGate, loop); // true
   */
  inGate(): Op<boolean> {
    return IORecursiveLockHaveLock(this.gateLock);
  }

  /**
   * Runs an action on the caller's thread with the gate closed. Looks at nothing: not at whether a source is enabled, nor at NULL.
   *
   * @param action a generator method of the target
   * @param target the object whose method it is
   * @param args what the action is given
   * @returns what the action returns
   *
   * Panics if the action is null, or at interrupt level.
   * @see IOWorkLoop::runAction in XNU
   * @example
   * yield* loop.runAction(driver.add, driver, 2); // 2
   * yield* loop.runAction(null, driver); // panics: "page fault: jump to NULL in IOWorkLoop::runAction"
   */
  *runAction<Args extends unknown[], Result>(
    action: Method<Args, Result> | null,
    target: object,
    ...args: Args
  ): Op<Result> {
    yield* this.closeGate();
    if (!action) return yield* panic('page fault: jump to NULL in IOWorkLoop::runAction');
    const result = yield* action.apply(target, args);
    yield* this.openGate();
    return result;
  }

  /**
   * Runs a block on the caller's thread with the gate closed.
   *
   * @param block a `function*` of the caller's own
   * @returns what the block returns
   *
   * Panics if the block is null (derived from XNU's source, not confirmed on a Mac), and at interrupt level.
   * @see IOWorkLoop::runActionBlock in XNU
   * @example
   * yield* loop.runActionBlock(function* () {
   *   yield* driver.add(2); // 2
   * });
   */
  runActionBlock<Result>(block: Block<Result> | null): Op<Result> {
    return this.runAction(runBlock<Result>, this, block, 'IOWorkLoopActionToBlock');
  }

  /**
   * Makes passes over the active sources, in the order they were added, until none wants another turn. Any thread may call it: the
   * actions then run there. If another thread calls it just when the loop's own is about to sleep, the latter can leave for good: found in XNU's
   * source, not confirmed on a Mac.
   *
   * @returns false if the loop is being torn down
   *
   * Panics at interrupt level.
   * @see IOWorkLoop::runEventSources in XNU
   * @example
   * const irq = IOInterruptEventSource.interruptEventSource(driver, driver.completed);
   * yield* loop.addEventSource(irq);
   * yield* loop.runActionBlock(function* () {
   *   yield* irq.interruptOccurred();
   *   yield* loop.runEventSources(); // true
   *   yield* driver.count.get(); // 1
   * });
   */
  *runEventSources(): Op<boolean> {
    yield* this.closeGate();
    if (yield* this.loopTerminate.get()) {
      yield* this.openGate();
      return false;
    }
    note('tracePoint', 'IOWL_WORK', 'start', [this]);
    let more = true;
    while (more) {
      yield* this.loopRestart.set(false);
      more = false;
      yield* this.workToDo.set(false);
      let source = yield* this.eventChain.get();
      while (source) {
        note('tracePoint', 'IOWL_CLIENT', 'start', [this, source]);
        if (yield* source.checkForWork()) more = true;
        note('tracePoint', 'IOWL_CLIENT', 'end', [this, source]);
        if (yield* this.loopTerminate.get()) {
          yield* this.openGate();
          return false;
        }
        if (yield* this.loopRestart.get()) {
          more = true;
          break;
        }
        source = yield* source.getNext();
      }
    }
    note('tracePoint', 'IOWL_WORK', 'end', [this]);
    yield* this.openGate();
    return true;
  }

  /**
   * What the loop's thread does: pass after pass, asleep in between. It leaves when the loop is torn down.
   *
   * @see IOWorkLoop::threadMain in XNU
   * @example
   * const irq = IOInterruptEventSource.interruptEventSource(driver, driver.completed);
   * yield* loop.addEventSource(irq);
   * // Thread A:
   * yield* irq.interruptOccurred();
   * // The loop's thread wakes, makes a pass, which runs the action, and sleeps again.
   * yield* gate.runAction(driver.waitFor, 1); // 1
   */
  protected *threadMain(): Op {
    while (yield* this.runEventSources()) {
      if (yield* ask<boolean>({ type: 'assertWaitUnless', cell: this.workToDo })) {
        const continuation = this.options & kPreciousStack ? undefined : [this, this.threadMain];
        yield* ask({ type: 'block', continuation, arguments: [] });
      } else if (!(yield* this.workToDo.get())) {
        // Read without the spin lock: a client's runEventSources may have cleared it since.
        break;
      }
    }
    // Until xnu-4570 the thread left without the gate.
    const gated = profile().kernel === 'current';
    if (gated) yield* this.closeGate();
    yield* this.workThread.set(null);
    if (gated) yield* this.openGate();
    yield* this.free();
  }

  /**
   * Runs twice. First where the last reference is released: it disables the sources, tells the thread to leave, and returns without
   * waiting for it (the header says that it waits). Then on the thread: it detaches and releases the sources and frees the loop. Who
   * waits then for a disabled command gate, or for the gate, may find it destroyed and panic (derived from XNU's source, not confirmed
   * on a Mac).
   *
   * @see IOWorkLoop::free in XNU
   */
  override *free(): Op {
    const thread = yield* this.workThread.get();
    if (thread) {
      yield* this.closeGate();
      yield* this.disableAllEventSources();
      yield* this.loopTerminate.set(true);
      // XNU's thread tests the flag under the spin lock beside workToDo; one word is enough for both here.
      yield* ask({ type: 'storeAndWakeup', cell: this.workToDo, value: true, event: this.workToDo, thread });
      yield* this.openGate();
      return;
    }
    yield* this.releaseEventChain('eventChain');
    yield* this.releaseEventChain('passiveEventChain');
    if (profile().kernel === 'current') yield* this.controlG.forgetWorkLoop();
    yield* this.controlG.release();
    yield* IORecursiveLockFree(this.gateLock);
    yield* super.free();
  }

  /** @see IOWorkLoop::releaseEventChain in XNU */
  private *releaseEventChain(chain: Chain): Op {
    let source = yield* this[chain].get();
    while (source) {
      const next: IOEventSource | null = yield* source.getNext();
      yield* source.setWorkLoop(null);
      yield* source.setNext(null);
      yield* source.release();
      source = next;
    }
    yield* this[chain].set(null);
  }

  /**
   * Has the loop's thread make a pass. Takes no mutex: any thread may call it, and any interrupt handler.
   *
   * Panics if the thread has gone (derived from XNU's source, not confirmed on a Mac). Protected in IOKit; sources call it through `IOEventSource.signalWorkAvailable`.
   * @see IOWorkLoop::signalWorkAvailable in XNU
   * @internal
   * @example
   * class Button extends IOEventSource {
   *   readonly presses = atomic(1);
   *   override *checkForWork(): Op<boolean> {
   *     yield* this.presses.set(0);
   *     return false;
   *   }
   * }
   * const button = new Button(driver);
   * yield* loop.addEventSource(button);
   * // Thread A:
   * yield* loop.signalWorkAvailable();
   * yield* button.presses.get(); // 0 or 1
   */
  *signalWorkAvailable(): Op {
    const thread = yield* this.workThread.get();
    // Until xnu-3789 it woke who sleeps on the flag, and not a thread by name.
    if (!thread && profile().kernel !== 'current') return yield* this.workToDo.set(true);
    yield* ask({ type: 'storeAndWakeup', cell: this.workToDo, value: true, event: this.workToDo, thread });
  }

  /**
   * Opens the gate by one level. Protected in IOKit.
   *
   * Panics in a development build if the thread is not in the gate: see `IORecursiveLockUnlock`.
   * @see IOWorkLoop::openGate in XNU
   * @internal
   * @example
   * yield* loop.closeGate();
   * yield* loop.openGate();
   * yield* loop.inGate(); // false
   */
  openGate(): Op {
    return this.maximumLockTime
      ? this.openGateInTime(this.maximumLockTime)
      : IORecursiveLockUnlock(this.gateLock);
  }

  private *openGateInTime(limit: MaximumLockTime): Op {
    yield* limit.opens();
    yield* IORecursiveLockUnlock(this.gateLock);
  }

  /**
   * Closes the gate, waiting for it; one more level if the thread is in it. Protected in IOKit.
   *
   * Panics at interrupt level.
   * @see IOWorkLoop::closeGate in XNU
   * @internal
   * @example
   * yield* loop.closeGate();
   * yield* loop.closeGate();
   * yield* loop.openGate();
   * yield* loop.inGate(); // true
   */
  closeGate(): Op {
    return this.maximumLockTime
      ? this.closeGateInTime(this.maximumLockTime)
      : IORecursiveLockLock(this.gateLock);
  }

  private *closeGateInTime(limit: MaximumLockTime): Op {
    yield* IORecursiveLockLock(this.gateLock);
    yield* limit.closed();
  }

  /**
   * Closes the gate if nobody else has it. Protected in IOKit.
   *
   * @returns whether it is closed now
   * @see IOWorkLoop::tryCloseGate in XNU
   * @internal
   * @example
   * // The loop's thread is in the gate now and then.
   * yield* loop.tryCloseGate(); // true or false
   */
  tryCloseGate(): Op<boolean> {
    return this.maximumLockTime
      ? this.tryCloseGateInTime(this.maximumLockTime)
      : IORecursiveLockTryLock(this.gateLock);
  }

  private *tryCloseGateInTime(limit: MaximumLockTime): Op<boolean> {
    const closed = yield* IORecursiveLockTryLock(this.gateLock);
    if (closed) yield* limit.closed();
    return closed;
  }

  /**
   * Sleeps on an event with all levels of the gate open, and takes them back. Protected in IOKit.
   *
   * @param event what to sleep on: a cell, or an object
   * @param deadline absolute, in ticks (ns) since boot; 0, or left out: for ever
   * @param interruptible what else may end the sleep: THREAD_UNINT, THREAD_INTERRUPTIBLE or THREAD_ABORTSAFE; with two arguments the second
   * @returns THREAD_AWAKENED, THREAD_TIMED_OUT or THREAD_INTERRUPTED
   *
   * Panics if the thread is not in the gate, or the event is NULL.
   * @see IOWorkLoop::sleepGate in XNU
   * @internal
   * @example
   * const until = yield* clock_interval_to_deadline(5, kMillisecondScale);
   * yield* loop.closeGate();
   * yield* loop.sleepGate(driver.ready, until, THREAD_UNINT); // THREAD_TIMED_OUT
   * yield* loop.inGate(); // true
   */
  sleepGate(event: Event, interruptible: Interruptible): Op<WaitResult>;
  sleepGate(event: Event, deadline: AbsoluteTime, interruptible: Interruptible): Op<WaitResult>;
  sleepGate(event: Event, second: number, third?: Interruptible): Op<WaitResult> {
    return this.maximumLockTime
      ? this.sleepGateInTime(this.maximumLockTime, event, second, third)
      : this.sleepOnGateLock(event, second, third);
  }

  private *sleepGateInTime(
    limit: MaximumLockTime,
    event: Event,
    second: number,
    third: Interruptible | undefined,
  ): Op<WaitResult> {
    yield* limit.opens();
    const result = yield* this.sleepOnGateLock(event, second, third);
    yield* limit.closed();
    return result;
  }

  private sleepOnGateLock(event: Event, second: number, third: Interruptible | undefined): Op<WaitResult> {
    if (third === undefined) return IORecursiveLockSleep(this.gateLock, event, second);
    return IORecursiveLockSleepDeadline(this.gateLock, event, second, third);
  }

  /**
   * Wakes who sleeps on an event; needs no gate. Protected in IOKit.
   *
   * @param event what they sleep on
   * @param oneThread wake one thread only
   *
   * Panics if the event is NULL.
   * @see IOWorkLoop::wakeupGate in XNU
   * @internal
   * @example
   * // Thread A:
   * yield* loop.closeGate();
   * yield* loop.sleepGate(driver.ready, 0, THREAD_UNINT); // THREAD_AWAKENED
   * yield* loop.openGate();
   * // Thread B, when A is asleep:
   * yield* loop.wakeupGate(driver.ready, true);
   */
  wakeupGate(event: Event, oneThread: boolean): Op {
    return IORecursiveLockWakeup(this.gateLock, event, oneThread);
  }

  /**
   * The control gate's action: changes the chains, in the gate.
   *
   * @see IOWorkLoop::_maintRequest in XNU
   */
  private *_maintRequest(command: number, source: IOEventSource): Op<IOReturn> {
    if (command === mAddEvent) return yield* this.link(source);
    if (command === mRemoveEvent) return yield* this.unlink(source);
    return kIOReturnUnsupported;
  }

  private *link(source: IOEventSource): Op<IOReturn> {
    if (yield* source.getWorkLoop()) return kIOReturnSuccess;
    yield* this.loopRestart.set(true);
    yield* source.retain();
    yield* source.setWorkLoop(this);
    yield* source.setNext(null);
    const chain = this.chainOf(source);
    let last = yield* this[chain].get();
    if (!last) {
      yield* this[chain].set(source);
      return kIOReturnSuccess;
    }
    let next = yield* last.getNext();
    while (next) {
      last = next;
      next = yield* last.getNext();
    }
    yield* last.setNext(source);
    return kIOReturnSuccess;
  }

  private *unlink(source: IOEventSource): Op<IOReturn> {
    if (!source) return yield* nullRead('IOWorkLoop::_maintRequest');
    if (!(yield* source.getWorkLoop())) return kIOReturnSuccess;
    const chain = this.chainOf(source);
    let before = yield* this[chain].get();
    if (before === source) {
      yield* this[chain].set(yield* source.getNext());
    } else {
      let next = before && (yield* before.getNext());
      while (next && next !== source) {
        before = next;
        next = yield* before.getNext();
      }
      // Until xnu-2782 an empty chain was not expected.
      if (!before && profile().kernel !== 'current') return yield* nullRead('IOWorkLoop::_maintRequest');
      if (!before || !next) return kIOReturnBadArgument;
      yield* before.setNext(yield* source.getNext());
    }
    yield* source.setWorkLoop(null);
    yield* source.setNext(null);
    yield* source.release();
    yield* this.loopRestart.set(true);
    return kIOReturnSuccess;
  }

  /**
   * The thread polls what says so, or overrides `checkForWork`: compared with the control gate's, which does not. Until xnu-1504 it
   * polled everything.
   */
  private chainOf(source: IOEventSource): Chain {
    if (profile().kernel === 'classic') return 'eventChain';
    const isActive =
      source.flags === 0 ? source.checkForWork !== this.controlG.checkForWork : source.flags === kActive;
    return isActive ? 'eventChain' : 'passiveEventChain';
  }
}
