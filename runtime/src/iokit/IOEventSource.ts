import { profile, type Op } from '../effects/index.ts';
import { unsynchronized, type Cell } from './cell.ts';
import type { AbsoluteTime } from './clock.ts';
import type { Event } from './event.ts';
import type { IOWorkLoop } from './IOWorkLoop.ts';
import type { Method } from './method.ts';
import { OSObject } from './OSObject.ts';
import { nullRead } from './panic.ts';
import { THREAD_INTERRUPTED, THREAD_TIMED_OUT, type Interruptible, type WaitResult } from './waitResult.ts';

/** A source that the work loop's thread does not poll, whatever its class. */
export const kPassive = 1;
/** One that it polls. */
export const kActive = 2;

/**
 * Something that a work loop serializes: a source of events for its thread, or a way into its gate. A subclass that overrides
 * `checkForWork` is active: the loop's thread polls it.
 *
 * @see IOEventSource in XNU
 * @example
 * class Mailbox extends IOEventSource {
 *   readonly letters = unsynchronized<readonly string[]>([]);
 *   readonly read = unsynchronized('');
 *   *post(letter: string): Op {
 *     yield* this.letters.set([...(yield* this.letters.get()), letter]);
 *     yield* this.signalWorkAvailable();
 *   }
 *   override *checkForWork(): Op<boolean> {
 *     const [first, ...rest] = yield* this.letters.get();
 *     yield* this.letters.set(rest);
 *     if (first !== undefined) yield* this.read.set(first);
 *     return rest.length > 0;
 *   }
 * }
 * const mailbox = new Mailbox(driver);
 * yield* loop.addEventSource(mailbox);
 * // Thread A:
 * yield* mailbox.post('hello');
 * yield* mailbox.read.get(); // '' or 'hello'
 */
export class IOEventSource extends OSObject {
  /** kPassive or kActive; 0 lets the class say it. Protected in IOKit. @internal */
  readonly flags: number = 0;
  protected readonly owner: OSObject;
  protected readonly enabled = unsynchronized(true);
  protected readonly workLoop = unsynchronized<IOWorkLoop | null>(null);
  protected readonly action: Cell<Method | null>;
  /** The bit kActionBlock of XNU's flags: the action is a block. */
  private readonly isBlock = unsynchronized(false);
  private readonly next = unsynchronized<IOEventSource | null>(null);
  private readonly refcon = unsynchronized<unknown>(null);

  /**
   * A source that is enabled, and in no work loop yet.
   *
   * @param owner the object whose method the action is; not retained
   * @param action a generator method of the owner
   * @see IOEventSource::init in XNU
   */
  constructor(owner: OSObject, action: Method | null = null) {
    super();
    this.owner = owner;
    this.action = unsynchronized(action);
  }

  /**
   * Does what there is to do; the work loop's thread calls it in every pass, with the gate closed.
   *
   * @returns whether it wants another turn: the loop then makes another pass
   * @see IOEventSource::checkForWork in XNU
   * @internal
   * @example
   * class Countdown extends IOEventSource {
   *   readonly left = cell(2);
   *   override *checkForWork(): Op<boolean> {
   *     const left = yield* this.left.get();
   *     if (left > 0) yield* this.left.set(left - 1);
   *     return left > 1;
   *   }
   * }
   * const countdown = new Countdown(driver);
   * yield* countdown.checkForWork(); // true
   * yield* countdown.checkForWork(); // false
   */
  *checkForWork(): Op<boolean> {
    return false;
  }

  /**
   * Enables the source, and has the work loop look at it.
   *
   * Panics if the source is removed at the same time (not confirmed on a Mac).
   * @see IOEventSource::enable in XNU
   * @example
   * const source = new IOEventSource(driver);
   * yield* source.disable();
   * yield* source.enable();
   * yield* source.isEnabled(); // true
   */
  *enable(): Op {
    yield* this.enabled.set(true);
    if (yield* this.workLoop.get()) yield* this.signalWorkAvailable();
  }

  /**
   * Disables the source. Takes no lock and waits for nothing: an action that runs goes on.
   *
   * @see IOEventSource::disable in XNU
   * @example
   * const source = new IOEventSource(driver);
   * yield* source.isEnabled(); // true
   * yield* source.disable();
   * yield* source.isEnabled(); // false
   */
  *disable(): Op {
    yield* this.enabled.set(false);
  }

  /**
   * Whether the source is enabled, read without a lock.
   *
   * @see IOEventSource::isEnabled in XNU
   * @example
   * yield* gate.isEnabled(); // true
   * yield* loop.removeEventSource(gate);
   * yield* gate.isEnabled(); // false
   */
  isEnabled(): Op<boolean> {
    return this.enabled.get();
  }

  /**
   * The work loop that the source is in, read without a lock.
   *
   * @returns the work loop, or null
   * @see IOEventSource::getWorkLoop in XNU
   * @example
   * yield* gate.getWorkLoop(); // loop
   * yield* loop.removeEventSource(gate);
   * yield* gate.getWorkLoop(); // null
   */
  getWorkLoop(): Op<IOWorkLoop | null> {
    return this.workLoop.get();
  }

  /**
   * Attaches the source to a work loop, or with null detaches it, which disables it first. Attaching does not enable it again.
   * Called by the work loop; call `addEventSource` and `removeEventSource`.
   *
   * @param workLoop the work loop that it is in from now on, or null for none
   * @see IOEventSource::setWorkLoop in XNU
   * @internal
   * @example
   * const source = new IOEventSource(driver);
   * yield* loop.addEventSource(source);
   * yield* loop.removeEventSource(source);
   * yield* loop.addEventSource(source);
   * yield* source.isEnabled(); // false
   */
  *setWorkLoop(workLoop: IOWorkLoop | null): Op {
    if (!workLoop) yield* this.disable();
    yield* this.workLoop.set(workLoop);
  }

  /**
   * The next source of the work loop's chain.
   *
   * @returns the source, or null if this is the last, or in no work loop
   * @see IOEventSource::getNext in XNU
   * @example
   * const second = IOCommandGate.commandGate(driver);
   * yield* loop.addEventSource(second);
   * yield* gate.getNext(); // second
   * yield* second.getNext(); // null
   */
  getNext(): Op<IOEventSource | null> {
    return this.next.get();
  }

  /**
   * Links the source to the next one. Called by the work loop.
   *
   * @param next the source behind it in the chain, or null
   * @see IOEventSource::setNext in XNU
   * @internal
   * @example
   * const second = IOCommandGate.commandGate(driver);
   * yield* loop.addEventSource(second);
   * yield* loop.removeEventSource(second);
   * yield* gate.getNext(); // null
   */
  setNext(next: IOEventSource | null): Op {
    return this.next.set(next);
  }

  /**
   * The action, read without a lock.
   *
   * @returns the action, or null: also if it is a block
   * @see IOEventSource::getAction in XNU
   * @example
   * const source = new IOEventSource(driver, driver.add);
   * const action = yield* source.getAction();
   * action === driver.add; // true
   */
  *getAction(): Op<Method | null> {
    return (yield* this.isBlock.get()) ? null : yield* this.action.get();
  }

  /**
   * The block that is the action, read without a lock.
   *
   * @returns the block, or null
   * @see IOEventSource::getActionBlock in XNU
   * @example
   * yield* gate.getActionBlock(); // null
   */
  *getActionBlock(): Op<Method | null> {
    return (yield* this.isBlock.get()) ? yield* this.action.get() : null;
  }

  /**
   * Changes the action, without a lock.
   *
   * @param action a generator method of the owner, or null
   * @see IOEventSource::setAction in XNU
   * @example
   * const own = IOCommandGate.commandGate(driver);
   * yield* loop.addEventSource(own);
   * yield* own.runCommand(2); // kIOReturnBadArgument
   * yield* own.setAction(driver.add);
   * yield* own.runCommand(2); // 2
   */
  *setAction(action: Method | null): Op {
    yield* this.action.set(action);
    yield* this.isBlock.set(false);
  }

  /**
   * Changes the action to a block, without a lock. It is given what an action is given, and needs no owner's method.
   *
   * @param block a `function*` that changes none of the variables it uses
   * @see IOEventSource::setActionBlock in XNU
   * @example
   * const own = IOCommandGate.commandGate(driver);
   * yield* loop.addEventSource(own);
   * yield* own.setActionBlock(function* () {
   *   return (yield* loop.inGate()) ? kIOReturnSuccess : kIOReturnError;
   * });
   * yield* own.runCommand(); // kIOReturnSuccess
   * yield* own.getAction(); // null
   */
  *setActionBlock(block: Method | null): Op {
    yield* this.action.set(block);
    yield* this.isBlock.set(true);
  }

  /**
   * What `setRefcon` left with the source, read without a lock.
   *
   * @returns the value, or null
   * @see IOEventSource::getRefcon in XNU
   * @example
   * yield* gate.getRefcon(); // null
   */
  getRefcon(): Op<unknown> {
    return this.refcon.get();
  }

  /**
   * Leaves something with the source, without a lock.
   *
   * @param refcon any value
   * @see IOEventSource::setRefcon in XNU
   * @example
   * yield* gate.setRefcon('port 2');
   * yield* gate.getRefcon(); // 'port 2'
   */
  setRefcon(refcon: unknown): Op {
    return this.refcon.set(refcon);
  }

  /**
   * Whether this is the work loop's own thread. Says nothing about the gate: see `IOWorkLoop.inGate`.
   *
   * @returns false if the source is in no work loop
   * @see IOEventSource::onThread in XNU
   * @example
   * yield* gate.onThread(); // false
   */
  *onThread(): Op<boolean> {
    if (!(yield* this.workLoop.get())) return false;
    return yield* (yield* this.loopFor('onThread')).onThread();
  }

  /**
   * Has the work loop's thread make a pass. May be called at interrupt level.
   *
   * Panics if the source is in no work loop.
   * @see IOEventSource::signalWorkAvailable in XNU
   * @example
   * class Button extends IOEventSource {
   *   *press(): Op {
   *     yield* this.signalWorkAvailable();
   *   }
   * }
   * const button = new Button(driver);
   * yield* button.press(); // panics: "page fault: NULL read in IOEventSource::signalWorkAvailable"
   */
  protected *signalWorkAvailable(): Op {
    yield* (yield* this.loopFor('signalWorkAvailable')).signalWorkAvailable();
  }

  /**
   * Opens the gate by one level.
   *
   * Panics if the source is in no work loop; in a development build if the thread is not in the gate: see `IORecursiveLockUnlock`.
   * @see IOEventSource::openGate in XNU
   * @example
   * class Source extends IOEventSource {
   *   *leave(): Op {
   *     yield* this.openGate();
   *   }
   * }
   * const source = new Source(driver);
   * yield* loop.addEventSource(source);
   * yield* source.leave(); // panics: "Assertion failed: lock->thread == IOThreadSelf()"
   */
  protected *openGate(): Op {
    yield* (yield* this.loopFor('openGate')).openGate();
  }

  /**
   * Closes the gate, waiting for it.
   *
   * Panics if the source is in no work loop, and at interrupt level.
   * @see IOEventSource::closeGate in XNU
   * @example
   * class Counter extends IOEventSource {
   *   readonly count = cell(0);
   *   *increment(): Op {
   *     yield* this.closeGate();
   *     yield* this.count.set((yield* this.count.get()) + 1);
   *     yield* this.openGate();
   *   }
   * }
   * const counter = new Counter(driver);
   * yield* loop.addEventSource(counter);
   * // Thread A:
   * yield* counter.increment();
   * // Thread B:
   * yield* counter.increment();
   */
  protected *closeGate(): Op {
    yield* (yield* this.loopFor('closeGate')).closeGate();
  }

  /**
   * Closes the gate if nobody else has it.
   *
   * @returns whether it is closed now
   *
   * Panics if the source is in no work loop.
   * @see IOEventSource::tryCloseGate in XNU
   * @example
   * class Source extends IOEventSource {
   *   *enter(): Op<boolean> {
   *     return yield* this.tryCloseGate();
   *   }
   * }
   * const source = new Source(driver);
   * yield* loop.addEventSource(source);
   * yield* source.enter(); // true or false
   */
  protected *tryCloseGate(): Op<boolean> {
    return yield* (yield* this.loopFor('tryCloseGate')).tryCloseGate();
  }

  /**
   * Sleeps on an event with all levels of the gate open, and takes them back.
   *
   * @param event what to sleep on: a cell, or an object
   * @param deadline absolute, in ticks (ns) since boot; 0, or left out: for ever
   * @param interruptible what else may end the sleep: THREAD_UNINT, THREAD_INTERRUPTIBLE or THREAD_ABORTSAFE; with two arguments the second
   * @returns THREAD_AWAKENED, THREAD_TIMED_OUT or THREAD_INTERRUPTED
   *
   * Panics if the source is in no work loop, or the thread not in the gate, or the event is NULL.
   * @see IOEventSource::sleepGate in XNU
   * @example
   * class Source extends IOEventSource {
   *   *pause(until: number): Op<WaitResult> {
   *     yield* this.closeGate();
   *     const result = yield* this.sleepGate(this, until, THREAD_UNINT);
   *     yield* this.openGate();
   *     return result;
   *   }
   * }
   * const source = new Source(driver);
   * yield* loop.addEventSource(source);
   * yield* source.pause(yield* clock_interval_to_deadline(5, kMillisecondScale)); // THREAD_TIMED_OUT
   */
  protected sleepGate(event: Event, interruptible: Interruptible): Op<WaitResult>;
  protected sleepGate(event: Event, deadline: AbsoluteTime, interruptible: Interruptible): Op<WaitResult>;
  protected *sleepGate(event: Event, second: number, third?: Interruptible): Op<WaitResult> {
    const loop = yield* this.loopFor('sleepGate');
    const result =
      third === undefined
        ? yield* loop.sleepGate(event, second)
        : yield* loop.sleepGate(event, second, third);
    // xnu-1699 to xnu-2782 kept the result in a bool.
    if (profile().kernel === 'yosemite' && result === THREAD_INTERRUPTED) return THREAD_TIMED_OUT;
    return result;
  }

  /**
   * Wakes who sleeps on an event. Checks nothing.
   *
   * @param event what they sleep on
   * @param oneThread wake one thread only
   *
   * Panics if the source is in no work loop, or the event is NULL.
   * @see IOEventSource::wakeupGate in XNU
   * @example
   * class Source extends IOEventSource {
   *   *ring(): Op {
   *     yield* this.wakeupGate(this, false);
   *   }
   * }
   * const source = new Source(driver);
   * yield* loop.addEventSource(source);
   * // Thread A:
   * yield* gate.runActionBlock(function* () {
   *   yield* gate.commandSleep(source); // THREAD_AWAKENED
   * });
   * // Thread B, when A is asleep:
   * yield* source.ring();
   */
  protected *wakeupGate(event: Event, oneThread: boolean): Op {
    yield* (yield* this.loopFor('wakeupGate')).wakeupGate(event, oneThread);
  }

  /** The work loop as a C++ member function finds it: read anew, and never tested for NULL. */
  private *loopFor(method: string): Op<IOWorkLoop> {
    return (yield* this.workLoop.get()) ?? (yield* nullRead(`IOEventSource::${method}`));
  }
}
