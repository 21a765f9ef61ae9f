import { note, profile, type Op } from '../effects/index.ts';
import { unsynchronized } from './cell.ts';
import {
  kMicrosecondScale,
  kMillisecondScale,
  kNanosecondScale,
  kTickScale,
  type AbsoluteTime,
} from './clock.ts';
import { IOEventSource, kActive, kPassive } from './IOEventSource.ts';
import { kIOReturnNoResources, kIOReturnSuccess, type IOReturn } from './IOReturn.ts';
import type { IOWorkLoop } from './IOWorkLoop.ts';
import type { Method } from './method.ts';
import type { OSObject } from './OSObject.ts';
import { nullRead, panic, panicAtOnce } from './panic.ts';
import { ThreadCall } from './threadCall.ts';
import {
  kIOTimerEventSourceOptionsAllowReenter,
  kIOTimerEventSourceOptionsDefault,
  kIOTimerEventSourceOptionsPriorityHigh,
  kIOTimerEventSourceOptionsPriorityKernel,
  kIOTimerEventSourceOptionsPriorityKernelHigh,
  kIOTimerEventSourceOptionsPriorityLow,
  kIOTimerEventSourceOptionsPriorityMask,
  kIOTimerEventSourceOptionsPriorityUser,
  kIOTimerEventSourceOptionsPriorityWorkLoop,
} from './timerOptions.ts';

/** What a timer runs: a generator method of the owner. It is given the timer. */
export type IOTimerEventAction = Method<[sender: IOTimerEventSource]>;

const priorities = [
  kIOTimerEventSourceOptionsPriorityHigh,
  kIOTimerEventSourceOptionsPriorityKernelHigh,
  kIOTimerEventSourceOptionsPriorityKernel,
  kIOTimerEventSourceOptionsPriorityUser,
  kIOTimerEventSourceOptionsPriorityLow,
  kIOTimerEventSourceOptionsPriorityWorkLoop,
];

/** An assertion; without assertions there is no timer. */
function unknownOptions(options: number): null {
  if (profile().build === 'release') return null;
  return panicAtOnce(`Assertion failed: func : IOTimerEventSource options 0x${options.toString(16)}`);
}

/**
 * Runs an action once, in the gate, when its time has come. By default a thread of the kernel runs it, not the work loop's:
 * `onThread()` is false in the action (the header says that the work loop calls it). With kIOTimerEventSourceOptionsPriorityWorkLoop the work loop's thread runs it.
 *
 * It is enabled from the start. Set again, it forgets the time before. To cancel it for certain, be in the gate.
 *
 * @see IOTimerEventSource in XNU
 * @example
 * const timer = IOTimerEventSource.timerEventSource(driver, driver.timedOut);
 * yield* loop.addEventSource(timer);
 * // Thread A:
 * yield* timer.setTimeoutMS(500); // kIOReturnSuccess
 * yield* gate.runAction(driver.waitFor, 1); // 1
 */
export class IOTimerEventSource extends IOEventSource {
  override readonly flags: number;
  /** Also keeps the time that the timer was set to and the number of its settings: the members `abstime`, `calloutGeneration` and `calloutGenerationSignaled`. */
  private readonly calloutEntry: ThreadCall;
  /** The work loop that an armed timer holds on to: `reserved->workLoop`. */
  private readonly armedWorkLoop = unsynchronized<IOWorkLoop | null>(null);

  /**
   * A timer that is not set.
   *
   * @param options a priority, and kIOTimerEventSourceOptionsAllowReenter
   * @param owner the object whose method the action is; not retained
   * @param action what runs in the gate
   * @see IOTimerEventSource::init in XNU
   */
  constructor(options: number, owner: OSObject, action: IOTimerEventAction | null = null) {
    super(owner, action);
    const onWorkLoop =
      (options & kIOTimerEventSourceOptionsPriorityMask) === kIOTimerEventSourceOptionsPriorityWorkLoop;
    const reenters =
      (options & kIOTimerEventSourceOptionsAllowReenter) !== 0 || profile().kernel !== 'current';
    this.flags = onWorkLoop ? kActive : kPassive;
    this.calloutEntry = new ThreadCall(onWorkLoop ? 'at interrupt level' : reenters ? 'reentrant' : 'once');
  }

  /**
   * Makes a timer, enabled, not set, and in no work loop yet. What is set before it is added is armed when it is added.
   *
   * @param options a priority, kIOTimerEventSourceOptionsPriorityKernelHigh if left out, and perhaps
   * kIOTimerEventSourceOptionsAllowReenter: without it the action does not run again while it runs, not even while it sleeps in the gate
   * @param owner the object whose method the action is; not retained: remove the timer before the owner goes
   * @param action what runs in the gate; a method, or a block, which `getAction` gives back like a method: nothing tells them apart here
   * @returns null if the owner is null; in a release build also if the priority is unknown or the work loop's thread is to be re-entered
   *
   * Panics in a development build for such options.
   * @see IOTimerEventSource::timerEventSource in XNU
   * @example
   * const timer = IOTimerEventSource.timerEventSource(driver, driver.timedOut);
   * yield* timer.isEnabled(); // true
   * IOTimerEventSource.timerEventSource(null, driver.timedOut); // null
   * IOTimerEventSource.timerEventSource(5, driver, driver.timedOut); // panics: "Assertion failed: func : IOTimerEventSource options 0x5"
   */
  static timerEventSource(owner: OSObject, action?: IOTimerEventAction | null): IOTimerEventSource;
  static timerEventSource(
    owner: OSObject | null,
    action?: IOTimerEventAction | null,
  ): IOTimerEventSource | null;
  static timerEventSource(
    options: number,
    owner: OSObject | null,
    action?: IOTimerEventAction | null,
  ): IOTimerEventSource | null;
  static timerEventSource(
    first: number | OSObject | null,
    second: OSObject | IOTimerEventAction | null = null,
    third: IOTimerEventAction | null = null,
  ): IOTimerEventSource | null {
    const hasOptions = typeof first === 'number';
    const options = hasOptions ? first : kIOTimerEventSourceOptionsDefault;
    const owner = (hasOptions ? second : first) as OSObject | null;
    const action = hasOptions ? third : (second as IOTimerEventAction | null);
    const priority = options & kIOTimerEventSourceOptionsPriorityMask;
    const reenters = (options & kIOTimerEventSourceOptionsAllowReenter) !== 0;
    const onWorkLoop = priority === kIOTimerEventSourceOptionsPriorityWorkLoop;
    if (!owner) return null;
    if (!priorities.includes(priority) || (onWorkLoop && reenters)) return unknownOptions(options);
    return new IOTimerEventSource(options, owner, action);
  }

  /**
   * Sets the timer to a moment that lies an interval from now, instead of what it was set to.
   *
   * On a disabled timer, or before it is added, the time is remembered: `enable()` or `addEventSource` arms it then, at once if it has
   * passed.
   *
   * @param options kIOTimeOptionsWithLeeway, kIOTimeOptionsContinuous: the virtual clock is exact and never sleeps, so they change nothing
   * @param interval how many units; with options, ns
   * @param scale how long a unit is, in ns: `kSecondScale`, `kMillisecondScale`, …; kNanosecondScale if left out
   * @param leeway by how much the timer may be late, in ticks (ns): the virtual clock is exact, so it changes nothing
   * @returns kIOReturnSuccess; kIOReturnNoResources if there is no action
   *
   * Panics if the source is being removed meanwhile, and two calls at once can lose both shots (neither confirmed on a Mac): call it in
   * the gate.
   * @see IOTimerEventSource::setTimeout in XNU
   * @example
   * const timer = IOTimerEventSource.timerEventSource(driver, driver.timedOut);
   * yield* loop.addEventSource(timer);
   * const start = yield* mach_absolute_time();
   * // Thread A:
   * yield* timer.setTimeout(2, kSecondScale); // kIOReturnSuccess
   * yield* gate.runAction(driver.waitFor, 1);
   * (yield* mach_absolute_time()) - start; // 2 * kSecondScale
   */
  setTimeout(interval: number, scale?: number): Op<IOReturn>;
  setTimeout(options: number, interval: AbsoluteTime, leeway: AbsoluteTime): Op<IOReturn>;
  *setTimeout(first: number, second: number = kNanosecondScale, leeway?: AbsoluteTime): Op<IOReturn> {
    yield* ThreadCall.deadlineIn(leeway === undefined ? first * second : second);
    return yield* this.arm(true);
  }

  /**
   * Sets the timer to a number of milliseconds from now.
   *
   * @param ms how many
   * @returns as `setTimeout`
   * @see IOTimerEventSource::setTimeoutMS in XNU
   * @example
   * const timer = IOTimerEventSource.timerEventSource(driver, driver.timedOut);
   * yield* loop.addEventSource(timer);
   * const start = yield* mach_absolute_time();
   * // Thread A:
   * yield* timer.setTimeoutMS(500); // kIOReturnSuccess
   * yield* gate.runAction(driver.waitFor, 1);
   * (yield* mach_absolute_time()) - start; // 500_000_000
   */
  setTimeoutMS(ms: number): Op<IOReturn> {
    return this.setTimeout(ms, kMillisecondScale);
  }

  /**
   * Sets the timer to a number of microseconds from now.
   *
   * @param us how many
   * @returns as `setTimeout`
   * @see IOTimerEventSource::setTimeoutUS in XNU
   * @example
   * const timer = IOTimerEventSource.timerEventSource(driver, driver.timedOut);
   * yield* loop.addEventSource(timer);
   * const start = yield* mach_absolute_time();
   * // Thread A:
   * yield* timer.setTimeoutUS(20); // kIOReturnSuccess
   * yield* gate.runAction(driver.waitFor, 1);
   * (yield* mach_absolute_time()) - start; // 20_000
   */
  setTimeoutUS(us: number): Op<IOReturn> {
    return this.setTimeout(us, kMicrosecondScale);
  }

  /**
   * Sets the timer to a number of scheduler ticks, 1/100 s each, from now.
   *
   * @deprecated as in IOKit: use `setTimeoutMS`
   * @param ticks how many
   * @returns as `setTimeout`
   * @see IOTimerEventSource::setTimeoutTicks in XNU
   * @example
   * const timer = IOTimerEventSource.timerEventSource(driver, driver.timedOut);
   * yield* loop.addEventSource(timer);
   * const start = yield* mach_absolute_time();
   * // Thread A:
   * yield* timer.setTimeoutTicks(3); // kIOReturnSuccess
   * yield* gate.runAction(driver.waitFor, 1);
   * (yield* mach_absolute_time()) - start; // 3 * kTickScale
   */
  setTimeoutTicks(ticks: number): Op<IOReturn> {
    return this.setTimeout(ticks, kTickScale);
  }

  /**
   * Sets the timer to a moment, counted from boot and not from now; one that has passed comes at once. The moment 0 is none: nothing is
   * armed, and what is pending stays so.
   *
   * @param options as for `setTimeout`
   * @param time how many units since boot; with options, ticks (ns)
   * @param scale how long a unit is, in ns; kNanosecondScale if left out
   * @param leeway by how much the timer may be late, in ticks (ns): the virtual clock is exact, so it changes nothing
   * @returns kIOReturnSuccess; kIOReturnNoResources if there is no action
   *
   * Panics if the source is being removed meanwhile, and two calls at once can lose both shots (neither confirmed on a Mac): call it in
   * the gate.
   * @see IOTimerEventSource::wakeAtTime in XNU
   * @example
   * const timer = IOTimerEventSource.timerEventSource(driver, driver.timedOut);
   * yield* loop.addEventSource(timer);
   * const start = yield* mach_absolute_time();
   * // Thread A:
   * yield* timer.wakeAtTime(start + 5); // kIOReturnSuccess
   * yield* gate.runAction(driver.waitFor, 1);
   * (yield* mach_absolute_time()) - start; // 5
   */
  wakeAtTime(time: number, scale?: number): Op<IOReturn>;
  wakeAtTime(options: number, time: AbsoluteTime, leeway: AbsoluteTime): Op<IOReturn>;
  *wakeAtTime(first: number, second: number = kNanosecondScale, leeway?: AbsoluteTime): Op<IOReturn> {
    const time = leeway === undefined ? first * second : second;
    yield* ThreadCall.deadlineAt(time);
    return yield* this.arm(time !== 0);
  }

  /**
   * Sets the timer to a number of milliseconds since boot, which is rarely what is meant: see `setTimeoutMS`.
   *
   * @deprecated as in IOKit
   * @param ms how many
   * @returns as `wakeAtTime`
   * @see IOTimerEventSource::wakeAtTimeMS in XNU
   * @example
   * const timer = IOTimerEventSource.timerEventSource(driver, driver.timedOut);
   * yield* loop.addEventSource(timer);
   * // Thread A:
   * yield* timer.wakeAtTimeMS(1_500); // kIOReturnSuccess
   * yield* gate.runAction(driver.waitFor, 1);
   * yield* mach_absolute_time(); // 1_500_000_000
   */
  wakeAtTimeMS(ms: number): Op<IOReturn> {
    return this.wakeAtTime(ms, kMillisecondScale);
  }

  /**
   * Sets the timer to a number of microseconds since boot: see `setTimeoutUS`.
   *
   * @deprecated as in IOKit
   * @param us how many
   * @returns as `wakeAtTime`
   * @see IOTimerEventSource::wakeAtTimeUS in XNU
   * @example
   * const timer = IOTimerEventSource.timerEventSource(driver, driver.timedOut);
   * yield* loop.addEventSource(timer);
   * // Thread A:
   * yield* timer.wakeAtTimeUS(1_500_000); // kIOReturnSuccess
   * yield* gate.runAction(driver.waitFor, 1);
   * yield* mach_absolute_time(); // 1_500_000_000
   */
  wakeAtTimeUS(us: number): Op<IOReturn> {
    return this.wakeAtTime(us, kMicrosecondScale);
  }

  /**
   * Sets the timer to a number of scheduler ticks, 1/100 s each, since boot.
   *
   * @deprecated as in IOKit
   * @param ticks how many
   * @returns as `wakeAtTime`
   * @see IOTimerEventSource::wakeAtTimeTicks in XNU
   * @example
   * const timer = IOTimerEventSource.timerEventSource(driver, driver.timedOut);
   * yield* loop.addEventSource(timer);
   * // Thread A:
   * yield* timer.wakeAtTimeTicks(150); // kIOReturnSuccess
   * yield* gate.runAction(driver.waitFor, 1);
   * yield* mach_absolute_time(); // 150 * kTickScale
   */
  wakeAtTimeTicks(ticks: number): Op<IOReturn> {
    return this.wakeAtTime(ticks, kTickScale);
  }

  /**
   * Forgets what the timer was set to; `enable()` does not bring it back. In the gate the action will not run any more; outside, it may
   * start after this has returned (derived from XNU's source, not confirmed on a Mac). It never waits for an action that runs.
   *
   * Panics at interrupt level if the work loop's thread runs the action.
   * @see IOTimerEventSource::cancelTimeout in XNU
   * @example
   * const timer = IOTimerEventSource.timerEventSource(driver, driver.timedOut);
   * yield* loop.addEventSource(timer);
   * // Thread A:
   * yield* loop.runActionBlock(function* () {
   *   yield* timer.setTimeoutMS(500);
   *   yield* timer.cancelTimeout();
   * });
   * yield* gate.runAction(driver.waitFor, 1); // never returns
   */
  *cancelTimeout(): Op {
    yield* this.nextGeneration();
    const wasArmed = yield* this.cancelCallout();
    yield* this.calloutEntry.forget();
    if (wasArmed && this.isPassive()) yield* this.dropRetains('cancelTimeout');
  }

  /**
   * Enables the timer and arms it for the time it was last set to: at once if that has passed, even if the action has run for it
   * (derived from XNU's source, not confirmed on a Mac). Without an action it stays disabled.
   *
   * @see IOTimerEventSource::enable in XNU
   * @example
   * const timer = IOTimerEventSource.timerEventSource(driver, driver.timedOut);
   * yield* loop.addEventSource(timer);
   * // Thread A:
   * yield* timer.setTimeoutMS(500);
   * yield* gate.runAction(driver.waitFor, 1); // 1
   * yield* timer.disable();
   * yield* timer.enable();
   * yield* gate.runAction(driver.waitFor, 2); // 2
   */
  override *enable(): Op {
    yield* super.enable();
    const result = yield* this.arm(yield* this.calloutEntry.recall());
    if (result !== kIOReturnSuccess) yield* super.disable();
  }

  /**
   * Disables the timer. The time it is set to is remembered. In the gate the action will not run any more; outside, it may start after
   * this has returned (derived from XNU's source, not confirmed on a Mac).
   *
   * Panics at interrupt level if the work loop's thread runs the action.
   * @see IOTimerEventSource::disable in XNU
   * @example
   * const timer = IOTimerEventSource.timerEventSource(driver, driver.timedOut);
   * yield* loop.addEventSource(timer);
   * // Thread A:
   * yield* timer.disable();
   * yield* timer.setTimeoutMS(500); // kIOReturnSuccess
   * yield* gate.runAction(driver.waitFor, 1); // never returns
   */
  override *disable(): Op {
    yield* this.nextGeneration();
    const wasArmed = yield* this.cancelCallout();
    yield* super.disable();
    if (wasArmed && this.isPassive()) yield* this.dropRetains('disable');
  }

  /**
   * Detaching disables; attaching arms an enabled timer for the time it was set to. Called by the work loop; call `addEventSource` and
   * `removeEventSource`.
   *
   * @param workLoop the work loop that it is in from now on, or null for none
   * @see IOTimerEventSource::setWorkLoop in XNU
   * @example
   * const timer = IOTimerEventSource.timerEventSource(driver, driver.timedOut);
   * // Thread A:
   * yield* timer.setTimeoutMS(500); // kIOReturnSuccess
   * yield* loop.addEventSource(timer);
   * yield* gate.runAction(driver.waitFor, 1); // 1
   */
  override *setWorkLoop(workLoop: IOWorkLoop | null): Op {
    yield* super.setWorkLoop(workLoop);
    if (!(yield* this.enabled.get()) || !(yield* this.calloutEntry.recall())) return;
    if (yield* this.workLoop.get()) yield* this.arm(true);
  }

  /**
   * On the work loop's thread: runs the action, if the time that came is still the one that was set.
   *
   * @returns false
   * @see IOTimerEventSource::checkForWork in XNU
   * @example
   * const options = kIOTimerEventSourceOptionsPriorityWorkLoop;
   * const timer = new IOTimerEventSource(options, driver, driver.timedOut);
   * yield* loop.addEventSource(timer);
   * // Thread A:
   * yield* timer.setTimeoutMS(500);
   * yield* gate.runAction(driver.waitFor, 1); // 1
   * yield* timer.checkForWork(); // false
   */
  override *checkForWork(): Op<boolean> {
    yield* this.calloutEntry.loadSignaled();
    if (!(yield* this.calloutEntry.isCurrent()) || !(yield* this.enabled.get())) return false;
    const action = (yield* this.action.get()) as IOTimerEventAction | null;
    if (!action) return false;
    yield* this.calloutEntry.clearSignaled();
    yield* this.run(action);
    return false;
  }

  /** Cancels it, then frees the timer. */
  override *free(): Op {
    yield* this.cancelTimeout();
    const freed = yield* this.calloutEntry.free();
    if (!freed && profile().build === 'development') yield* panic('Assertion failed: freed');
    yield* super.free();
  }

  /** The rest of wakeAtTime: the moment is the calling thread's. `some`: whether there is one. */
  private *arm(some: boolean): Op<IOReturn> {
    if (!(yield* this.action.get())) return kIOReturnNoResources;
    yield* this.calloutEntry.remember();
    if (!(yield* this.enabled.get()) || !some || !(yield* this.workLoop.get())) return kIOReturnSuccess;
    if (!this.isPassive()) {
      yield* this.nextGeneration();
      yield* this.calloutEntry.loadGeneration();
      yield* this.calloutEntry.enterDelayed(this, this.timeoutSignaled);
      return kIOReturnSuccess;
    }
    yield* this.retain();
    yield* (yield* this.attachedLoop('wakeAtTime')).retain();
    yield* this.armedWorkLoop.set(yield* this.workLoop.get());
    yield* this.nextGeneration();
    yield* this.calloutEntry.loadGeneration();
    if (yield* this.calloutEntry.enterDelayed(this, this.timeoutAndRelease)) {
      yield* (yield* this.attachedLoop('wakeAtTime')).release();
      yield* this.release();
    }
    return kIOReturnSuccess;
  }

  /**
   * The thread call of a default timer. It holds a reference to the timer and to the work loop, and gives both back.
   *
   * @see IOTimerEventSource::timeoutAndRelease in XNU
   */
  private *timeoutAndRelease(): Op {
    if ((yield* this.enabled.get()) && (yield* this.action.get())) {
      const loop = yield* this.armedWorkLoop.get();
      if (loop) {
        yield* loop.closeGate();
        const action = (yield* this.action.get()) as IOTimerEventAction | null;
        if (action && (yield* this.calloutEntry.isCurrent())) yield* this.run(action);
        yield* loop.openGate();
      }
    }
    const loop = yield* this.armedWorkLoop.get();
    if (loop) yield* loop.release();
    else if (profile().kernel !== 'current') yield* nullRead('IOTimerEventSource::timeoutAndRelease');
    yield* this.release();
  }

  /**
   * The thread call of a timer whose action the work loop's thread runs; at interrupt level.
   *
   * @see IOTimerEventSource::timeoutSignaled in XNU
   */
  private *timeoutSignaled(): Op {
    yield* this.calloutEntry.signalGeneration();
    if (yield* this.enabled.get()) yield* this.signalWorkAvailable();
  }

  private *run(action: IOTimerEventAction): Op {
    note('tracePoint', 'IOTIMES_ACTION', 'start', [action, this.owner]);
    yield* action.apply(this.owner, [this]);
    note('tracePoint', 'IOTIMES_ACTION', 'end', [action, this.owner]);
  }

  /** A load and a store. */
  private *nextGeneration(): Op {
    yield* this.calloutEntry.loadGeneration();
    yield* this.calloutEntry.incrementGeneration();
  }

  private cancelCallout(): Op<boolean> {
    return this.isPassive() ? this.calloutEntry.cancel() : this.calloutEntry.cancelWait();
  }

  private *dropRetains(method: string): Op {
    yield* this.release();
    yield* (yield* this.attachedLoop(method)).release();
  }

  private isPassive(): boolean {
    return this.flags === kPassive;
  }

  /** The work loop, read anew and not tested for NULL. */
  private *attachedLoop(method: string): Op<IOWorkLoop> {
    return (yield* this.workLoop.get()) ?? (yield* nullRead(`IOTimerEventSource::${method}`));
  }
}
