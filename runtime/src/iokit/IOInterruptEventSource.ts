import { note, profile, soon, type Op } from '../effects/index.ts';
import { OSCompareAndSwap } from './atomics.ts';
import { unsynchronized, type Cell } from './cell.ts';
import { claim } from './claims.ts';
import type { AbsoluteTime } from './clock.ts';
import { IOEventSource } from './IOEventSource.ts';
import { kIOReturnSuccess, type IOReturn } from './IOReturn.ts';
import { kIOInterruptTypeLevel, type IOService } from './IOService.ts';
import type { IOWorkLoop } from './IOWorkLoop.ts';
import type { Method } from './method.ts';
import type { OSObject } from './OSObject.ts';
import { nullRead, panic } from './panic.ts';

/**
 * What an interrupt source runs: a generator method of the owner. It is given the source, and how many interrupts came since the last time.
 */
export type IOInterruptEventAction = Method<[source: IOInterruptEventSource, count: number]>;

/** The word of a source whose factory has not registered the interrupt yet: in a thread, the first operation does. */
const kNotRegisteredYet = null;
/** Its word meanwhile. */
const kRegistering = 'registering';
/** The line's index; its complement while it is not registered. */
type IntIndex = number | typeof kNotRegisteredYet | typeof kRegistering;

/**
 * Turns interrupts into calls of an action on the work loop's thread, in the gate. The handler at interrupt level only counts; interrupts
 * that come before the thread's turn are one call with their number. Without a provider it is a software source: `interruptOccurred`.
 *
 * @see IOInterruptEventSource in XNU
 * @example
 * const irq = IOInterruptEventSource.interruptEventSource(driver, driver.completed, usb, 0);
 * yield* loop.addEventSource(irq);
 * yield* irq.enable();
 * // Thread A:
 * yield* usb.submit(7); // 1
 * yield* gate.runAction(driver.waitFor, 1); // 1
 * yield* usb.nextCompleted(); // 1
 */
export class IOInterruptEventSource extends IOEventSource {
  protected readonly provider: IOService | null;
  protected readonly index: number;
  protected readonly intIndex: Cell<IntIndex>;
  protected readonly producerCount = unsynchronized(0);
  protected readonly consumerCount = unsynchronized(0);
  protected readonly autoDisable = unsynchronized(false);
  protected readonly explicitDisable = unsynchronized(false);

  /**
   * A source for a line of a provider.
   *
   * @param owner the object whose method the action is; not retained
   * @param action what runs in the gate
   * @param provider whose interrupt it is, or null for a software source
   * @param index the line's index, from 0
   * @see IOInterruptEventSource::init in XNU
   */
  constructor(
    owner: OSObject,
    action: IOInterruptEventAction,
    provider: IOService | null = null,
    index: number = 0,
  ) {
    super(owner, action);
    this.provider = provider;
    this.index = index;
    this.intIndex = unsynchronized<IntIndex>(provider ? kNotRegisteredYet : ~index);
  }

  /**
   * Makes an interrupt source. The line is masked until `enable()`, although `isEnabled()` says true.
   *
   * @param owner the object whose method the action is; not retained
   * @param action what runs in the gate: a generator method of the owner
   * @param provider whose interrupt it is; left out: a software source
   * @param index the line's index, from 0
   * @returns null if the owner is null, the index is negative, or the provider has no such line, or one that has a handler
   *
   * In a thread, where a function that is no operation can ask nothing, the line is registered by the first operation on the source, and
   * that panics, as on NULL, if it has a handler: in XNU the factory registers, and returns NULL. In `setup` it is as in XNU.
   * @see IOInterruptEventSource::interruptEventSource in XNU
   * @example
   * const irq = IOInterruptEventSource.interruptEventSource(driver, driver.completed, usb, 0);
   * const second: unknown = IOInterruptEventSource.interruptEventSource(driver, driver.completed, usb, 0); // null
   * yield* loop.addEventSource(irq);
   * // Thread A:
   * IOInterruptEventSource.interruptEventSource(null, driver.completed, usb, 0); // null
   * yield* irq.isEnabled(); // true
   * yield* usb.submit(7);
   * yield* gate.runAction(driver.waitFor, 1); // never returns
   */
  static interruptEventSource(
    owner: OSObject,
    action: IOInterruptEventAction,
    provider?: IOService | null,
    index?: number,
  ): IOInterruptEventSource;
  static interruptEventSource(
    owner: OSObject | null,
    action: IOInterruptEventAction,
    provider?: IOService | null,
    index?: number,
  ): IOInterruptEventSource | null;
  static interruptEventSource(
    owner: OSObject | null,
    action: IOInterruptEventAction,
    provider: IOService | null = null,
    index: number = 0,
  ): IOInterruptEventSource | null {
    if (!owner || !IOInterruptEventSource.canHave(provider, index)) return null;
    const source = new IOInterruptEventSource(owner, action, provider, index);
    source.registerSoon();
    return source;
  }

  /** Whether a source can be made for a line; it is claimed then. */
  protected static canHave(provider: IOService | null, index: number): boolean {
    return index >= 0 && (!provider || (index < provider.interruptLines() && claim(provider, index)));
  }

  /** What a factory cannot do itself: see `soon`. In a thread the first operation does it. */
  protected registerSoon(): void {
    if (this.provider) soon(this, 'getIntIndex');
  }

  /**
   * Unmasks the line. Does not make the work loop look (the header says that it does), and does nothing for a software source or a
   * removed one. Call it in the gate: outside, an action that runs meanwhile can leave a level line masked (derived from XNU's source,
   * not confirmed on a Mac).
   *
   * @see IOInterruptEventSource::enable in XNU
   * @example
   * const irq = IOInterruptEventSource.interruptEventSource(driver, driver.completed, usb, 0);
   * yield* loop.addEventSource(irq);
   * // Thread A:
   * yield* usb.submit(7);
   * yield* irq.enable();
   * yield* gate.runAction(driver.waitFor, 1); // 1
   */
  override *enable(): Op {
    const index = yield* this.registered('IOInterruptEventSource::enable');
    if (!this.provider || index < 0) return;
    yield* this.provider.enableInterrupt(index);
    yield* this.explicitDisable.set(false);
    yield* this.enabled.set(true);
  }

  /**
   * Masks the line, waiting for a handler in flight. What has been counted already is still delivered. Does nothing for a software
   * source or a removed one. Call it in the gate: outside, the pass that unmasks a level line after the action can undo it (not confirmed
   * on a Mac).
   *
   * @see IOInterruptEventSource::disable in XNU
   * @example
   * const irq = IOInterruptEventSource.interruptEventSource(driver, driver.completed, usb, 0);
   * yield* loop.addEventSource(irq);
   * // Thread A:
   * yield* irq.disable();
   * yield* irq.isEnabled(); // false
   */
  override *disable(): Op {
    const index = yield* this.registered('IOInterruptEventSource::disable');
    if (!this.provider || index < 0) return;
    yield* this.provider.disableInterrupt(index);
    yield* this.explicitDisable.set(true);
    yield* this.enabled.set(false);
  }

  /**
   * Runs the action if interrupts were counted, whether the source is enabled or not, and unmasks a level line again.
   *
   * @returns false
   *
   * Panics if interrupts were counted and the action is null.
   * @see IOInterruptEventSource::checkForWork in XNU
   * @example
   * const irq = IOInterruptEventSource.interruptEventSource(driver, driver.completed);
   * yield* loop.addEventSource(irq);
   * yield* loop.runActionBlock(function* () {
   *   yield* irq.interruptOccurred();
   *   yield* irq.interruptOccurred();
   *   yield* irq.checkForWork(); // false
   *   yield* driver.count.get(); // 2
   * });
   */
  override *checkForWork(): Op<boolean> {
    const produced = yield* this.producerCount.get();
    const count = (produced - (yield* this.consumerCount.get())) | 0;
    const action = (yield* this.action.get()) as IOInterruptEventAction | null;
    if (count === 0) return false;
    note('tracePoint', 'IOINTES_ACTION', 'start', [action, this.owner, this]);
    if (!action) return yield* panic('page fault: jump to NULL in IOInterruptEventSource::checkForWork');
    // Until xnu-4570 a count that has fallen behind came as a positive number.
    yield* action.apply(this.owner, [this, profile().kernel === 'current' ? count : Math.abs(count)]);
    note('tracePoint', 'IOINTES_ACTION', 'end', [action, this.owner, this]);
    yield* this.consumerCount.set(produced);
    if ((yield* this.autoDisable.get()) && !(yield* this.explicitDisable.get())) yield* this.enable();
    return false;
  }

  /**
   * Detaching unregisters the interrupt, attaching again registers it: the line is masked then. `isEnabled()` stays what it was. Called by the
   * work loop; call `addEventSource` and `removeEventSource`.
   *
   * @param workLoop the work loop that it is in from now on, or null for none
   * @see IOInterruptEventSource::setWorkLoop in XNU
   * @example
   * const irq = IOInterruptEventSource.interruptEventSource(driver, driver.completed, usb, 0);
   * yield* loop.addEventSource(irq);
   * // Thread A:
   * yield* irq.enable();
   * yield* loop.removeEventSource(irq);
   * yield* irq.getIntIndex(); // -1
   * yield* irq.isEnabled(); // true
   */
  override *setWorkLoop(workLoop: IOWorkLoop | null): Op {
    if (profile().kernel === 'classic') return yield* super.setWorkLoop(workLoop);
    if (workLoop) yield* super.setWorkLoop(workLoop);
    if (this.provider) {
      const index = yield* this.registered('IOWorkLoop::addEventSource');
      if (!workLoop && index >= 0) {
        yield* this.provider.unregisterInterrupt(index);
        yield* this.intIndex.set(~index);
      } else if (workLoop && index < 0) {
        yield* this.registerInterruptHandler(this.provider);
      }
    }
    if (!workLoop) yield* super.setWorkLoop(null);
  }

  /**
   * Whose interrupt it is.
   *
   * @returns the provider; null for a software source
   * @see IOInterruptEventSource::getProvider in XNU
   * @example
   * const irq = IOInterruptEventSource.interruptEventSource(driver, driver.completed, usb, 0);
   * irq.getProvider(); // usb
   */
  getProvider(): IOService | null {
    return this.provider;
  }

  /**
   * The line's index, from 0.
   *
   * @returns the index; its complement, a negative number, while the interrupt is not registered
   * @see IOInterruptEventSource::getIntIndex in XNU
   * @example
   * const irq = IOInterruptEventSource.interruptEventSource(driver, driver.completed, usb, 0);
   * yield* irq.getIntIndex(); // 0
   * const software = IOInterruptEventSource.interruptEventSource(driver, driver.completed);
   * yield* software.getIntIndex(); // -1
   */
  getIntIndex(): Op<number> {
    return this.registered('IOInterruptEventSource::getIntIndex');
  }

  /**
   * Whether the handler masks the line, as it does for a level.
   *
   * @see IOInterruptEventSource::getAutoDisable in XNU
   * @example
   * const disk = new UsbDevice({ name: 'disk', line: 'level' });
   * const irq = IOInterruptEventSource.interruptEventSource(driver, driver.completed, disk, 0);
   * // Thread A:
   * yield* irq.getAutoDisable(); // true
   */
  *getAutoDisable(): Op<boolean> {
    yield* this.registered('IOInterruptEventSource::getAutoDisable');
    return yield* this.autoDisable.get();
  }

  /**
   * Nothing: a kernel that was booted without `interrupt_accounting` takes no time of interrupts.
   *
   * @param _enable whether to take it
   * @see IOInterruptEventSource::enablePrimaryInterruptTimestamp in XNU
   * @example
   * const irq = IOInterruptEventSource.interruptEventSource(driver, driver.completed);
   * irq.enablePrimaryInterruptTimestamp(true);
   * irq.getPrimaryInterruptTimestamp(); // -1
   */
  enablePrimaryInterruptTimestamp(_enable: boolean): void {}

  /**
   * When the last interrupt came: a kernel that was booted without `interrupt_accounting` does not know.
   *
   * @returns ticks (ns) since boot in XNU; here -1 (in XNU -1ULL)
   * @see IOInterruptEventSource::getPrimaryInterruptTimestamp in XNU
   * @example
   * const irq = IOInterruptEventSource.interruptEventSource(driver, driver.completed);
   * irq.getPrimaryInterruptTimestamp(); // -1
   */
  getPrimaryInterruptTimestamp(): AbsoluteTime {
    return -1;
  }

  /**
   * The handler, at interrupt level; call it to kick a software source: `interruptOccurred()`. It counts with a load and a store: two threads
   * that call it at once can lose a count (not confirmed on a Mac).
   *
   * @param _refcon not used, as in XNU
   * @param provider whose interrupt it is, or null
   * @param index the line's index
   *
   * Panics if the source is in no work loop.
   * @see IOInterruptEventSource::interruptOccurred in XNU
   * @example
   * const irq = IOInterruptEventSource.interruptEventSource(driver, driver.completed);
   * yield* loop.addEventSource(irq);
   * // Thread A:
   * yield* irq.interruptOccurred();
   * yield* irq.interruptOccurred();
   * yield* gate.runAction(driver.waitFor, 2); // 2
   */
  *interruptOccurred(_refcon: unknown = null, provider: IOService | null = null, index: number = 0): Op {
    if (this.provider) yield* this.registered('IOInterruptEventSource::interruptOccurred');
    if ((yield* this.autoDisable.get()) && provider) {
      yield* this.disableInterruptOccurred(null, provider, index);
    } else {
      yield* this.normalInterruptOccurred(null, provider, index);
    }
  }

  /**
   * The handler of an edge: counts, and has the work loop make a pass.
   *
   * @param _refcon not used, as in XNU
   * @param _provider not used, as in XNU
   * @param _index not used, as in XNU
   *
   * Panics if the source is in no work loop.
   * @see IOInterruptEventSource::normalInterruptOccurred in XNU
   * @internal
   * @example
   * const irq = IOInterruptEventSource.interruptEventSource(driver, driver.completed);
   * yield* irq.normalInterruptOccurred(); // panics: "page fault: NULL read in IOEventSource::signalWorkAvailable"
   */
  *normalInterruptOccurred(_refcon?: unknown, _provider?: IOService | null, _index?: number): Op {
    yield* this.count();
  }

  /**
   * The handler of a level: masks the line, counts, and has the work loop make a pass.
   *
   * @param _refcon not used, as in XNU
   * @param provider whose line is masked; the source's own if left out
   * @param index the line's index, from 0
   *
   * Panics if the source is in no work loop.
   * @see IOInterruptEventSource::disableInterruptOccurred in XNU
   * @internal
   * @example
   * const irq = IOInterruptEventSource.interruptEventSource(driver, driver.completed, usb, 0);
   * yield* loop.addEventSource(irq);
   * // Thread A:
   * yield* irq.disableInterruptOccurred();
   * yield* gate.runAction(driver.waitFor, 1); // 1
   */
  *disableInterruptOccurred(
    _refcon?: unknown,
    provider: IOService | null = this.provider,
    index: number = this.index,
  ): Op {
    if (provider) yield* provider.disableInterrupt(index);
    yield* this.count();
  }

  /** A load and a store: two threads that do it at once can lose a count. */
  protected *count(): Op {
    yield* this.producerCount.set(((yield* this.producerCount.get()) + 1) >>> 0);
    note('tracePoint', 'IOINTES_SEMA', 'start', [this, this.owner]);
    yield* this.signalWorkAvailable();
    note('tracePoint', 'IOINTES_SEMA', 'end', [this, this.owner]);
  }

  /** The line's index, after registering it if nobody has yet. `where`: what reads through the NULL that XNU's factory returns. */
  private *registered(where: string): Op<number> {
    const index = yield* this.intIndex.get();
    if (typeof index === 'number') return index;
    if (
      this.provider &&
      (yield* OSCompareAndSwap<IntIndex>(kNotRegisteredYet, kRegistering, this.intIndex))
    ) {
      const result = yield* this.registerInterruptHandler(this.provider);
      if (result !== kIOReturnSuccess) yield* nullRead(where);
    }
    let now = yield* this.intIndex.get();
    while (typeof now !== 'number') now = yield* this.intIndex.get();
    return now;
  }

  /** @see IOInterruptEventSource::registerInterruptHandler in XNU */
  private *registerInterruptHandler(provider: IOService): Op<IOReturn> {
    const level = (yield* provider.getInterruptType(this.index)) === kIOInterruptTypeLevel;
    yield* this.autoDisable.set(level);
    const handler = level ? this.disableInterruptOccurred : this.normalInterruptOccurred;
    const result = yield* provider.registerInterrupt(this.index, this, handler);
    yield* this.intIndex.set(result === kIOReturnSuccess ? this.index : ~this.index);
    return result;
  }

  /** Unregisters the interrupt if it still is, then frees the source. */
  override *free(): Op {
    const index = yield* this.intIndex.get();
    if (this.provider && typeof index === 'number' && index >= 0)
      yield* this.provider.unregisterInterrupt(index);
    yield* super.free();
  }
}
