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
 * @example
 * class Mailbox extends IOEventSource {
 *   override *checkForWork(): Op<boolean> {
 *     const [first, ...rest] = yield* this.letters.get();
 *     …
 *     return rest.length > 0;
 *   }
 * }
 */
export class IOEventSource extends OSObject {
  /** kPassive or kActive; 0 lets the class say it. Protected in IOKit. */
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
   */
  *checkForWork(): Op<boolean> {
    return false;
  }

  /**
   * Enables the source, and has the work loop look at it.
   *
   * @see IOEventSource::enable in XNU
   */
  *enable(): Op {
    yield* this.enabled.set(true);
    if (yield* this.workLoop.get()) yield* this.signalWorkAvailable();
  }

  /**
   * Disables the source. Takes no lock and waits for nothing: an action that runs goes on.
   *
   * @see IOEventSource::disable in XNU
   */
  *disable(): Op {
    yield* this.enabled.set(false);
  }

  /**
   * Whether the source is enabled, read without a lock.
   *
   * @see IOEventSource::isEnabled in XNU
   */
  isEnabled(): Op<boolean> {
    return this.enabled.get();
  }

  /**
   * The work loop that the source is in, or null; read without a lock.
   *
   * @see IOEventSource::getWorkLoop in XNU
   */
  getWorkLoop(): Op<IOWorkLoop | null> {
    return this.workLoop.get();
  }

  /**
   * Attaches the source to a work loop, or with null detaches it, which disables it first. Attaching does not enable it again.
   * Called by the work loop; call `addEventSource` and `removeEventSource`.
   *
   * @see IOEventSource::setWorkLoop in XNU
   */
  *setWorkLoop(workLoop: IOWorkLoop | null): Op {
    if (!workLoop) yield* this.disable();
    yield* this.workLoop.set(workLoop);
  }

  /**
   * The next source of the work loop's chain, or null.
   *
   * @see IOEventSource::getNext in XNU
   */
  getNext(): Op<IOEventSource | null> {
    return this.next.get();
  }

  /**
   * Links the source to the next one. Called by the work loop.
   *
   * @see IOEventSource::setNext in XNU
   */
  setNext(next: IOEventSource | null): Op {
    return this.next.set(next);
  }

  /**
   * The action, or null: also if it is a block.
   *
   * @see IOEventSource::getAction in XNU
   */
  *getAction(): Op<Method | null> {
    return (yield* this.isBlock.get()) ? null : yield* this.action.get();
  }

  /**
   * The block that is the action, or null.
   *
   * @see IOEventSource::getActionBlock in XNU
   */
  *getActionBlock(): Op<Method | null> {
    return (yield* this.isBlock.get()) ? yield* this.action.get() : null;
  }

  /**
   * Changes the action, without a lock.
   *
   * @param action a generator method of the owner
   * @see IOEventSource::setAction in XNU
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
   */
  *setActionBlock(block: Method | null): Op {
    yield* this.action.set(block);
    yield* this.isBlock.set(true);
  }

  /**
   * What `setRefcon` left with the source, or null.
   *
   * @see IOEventSource::getRefcon in XNU
   */
  getRefcon(): Op<unknown> {
    return this.refcon.get();
  }

  /**
   * Leaves something with the source, without a lock.
   *
   * @param refcon any value
   * @see IOEventSource::setRefcon in XNU
   */
  setRefcon(refcon: unknown): Op {
    return this.refcon.set(refcon);
  }

  /**
   * Whether this is the work loop's own thread. Says nothing about the gate: see `IOWorkLoop.inGate`.
   *
   * @see IOEventSource::onThread in XNU
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
   */
  protected *signalWorkAvailable(): Op {
    yield* (yield* this.loopFor('signalWorkAvailable')).signalWorkAvailable();
  }

  /**
   * Opens the gate by one level.
   *
   * Panics if the source is in no work loop, or the thread not in the gate.
   * @see IOEventSource::openGate in XNU
   */
  protected *openGate(): Op {
    yield* (yield* this.loopFor('openGate')).openGate();
  }

  /**
   * Closes the gate, waiting for it.
   *
   * Panics if the source is in no work loop.
   * @see IOEventSource::closeGate in XNU
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
   */
  protected *tryCloseGate(): Op<boolean> {
    return yield* (yield* this.loopFor('tryCloseGate')).tryCloseGate();
  }

  /**
   * Sleeps on an event with the gate open.
   *
   * @param deadline absolute, in ticks; 0 is for ever
   * @returns THREAD_AWAKENED, THREAD_TIMED_OUT or THREAD_INTERRUPTED
   *
   * Panics if the source is in no work loop, or the thread not in the gate.
   * @see IOEventSource::sleepGate in XNU
   */
  protected *sleepGate(event: Event, deadline: AbsoluteTime, interruptible: Interruptible): Op<WaitResult> {
    const result = yield* (yield* this.loopFor('sleepGate')).sleepGate(event, deadline, interruptible);
    // xnu-1699 to xnu-2782 kept the result in a bool.
    if (profile().kernel === 'yosemite' && result === THREAD_INTERRUPTED) return THREAD_TIMED_OUT;
    return result;
  }

  /**
   * Wakes who sleeps on an event. Checks nothing.
   *
   * Panics if the source is in no work loop.
   * @see IOEventSource::wakeupGate in XNU
   */
  protected *wakeupGate(event: Event, oneThread: boolean): Op {
    yield* (yield* this.loopFor('wakeupGate')).wakeupGate(event, oneThread);
  }

  /** The work loop as a C++ member function finds it: read anew, and never tested for NULL. */
  private *loopFor(method: string): Op<IOWorkLoop> {
    return (yield* this.workLoop.get()) ?? (yield* nullRead(`IOEventSource::${method}`));
  }
}
