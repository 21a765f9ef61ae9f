import { note, type Op } from '../effects/index.ts';
import { IOInterruptEventSource, type IOInterruptEventAction } from './IOInterruptEventSource.ts';
import type { IOService } from './IOService.ts';
import type { Method } from './method.ts';
import type { OSObject } from './OSObject.ts';

/**
 * What looks at an interrupt first: a generator method of the owner, at interrupt level. It is given the source, and returns whether the
 * action is to run. It holds no gate, must not block, and may come while any thread is anywhere. It must not allocate or log either,
 * which nobody notices here: making an object and `log` take no lock.
 */
export type IOFilterInterruptAction = Method<[source: IOFilterInterruptEventSource], boolean>;

/**
 * An interrupt source whose filter decides at interrupt level whether an interrupt is this device's, and worth the work loop's time.
 * Necessary on a line that several devices share.
 *
 * @see IOFilterInterruptEventSource in XNU
 * @example
 * const { completed, isMine } = driver;
 * const irq = IOFilterInterruptEventSource.filterInterruptEventSource(driver, completed, isMine, usb, 0);
 * yield* loop.addEventSource(irq);
 * yield* irq.enable();
 * // Thread A:
 * yield* usb.submit(7);
 * yield* gate.runAction(driver.waitFor, 1); // 1
 */
export class IOFilterInterruptEventSource extends IOInterruptEventSource {
  protected readonly filterAction: IOFilterInterruptAction;

  /**
   * A source for a line of a provider, with a filter.
   *
   * @param owner the object whose methods the action and the filter are; not retained
   * @param action what runs in the gate
   * @param filter what runs at interrupt level
   * @param provider whose interrupt it is, or null for a software source
   * @param index the line's index, from 0
   * @see IOFilterInterruptEventSource::init in XNU
   */
  constructor(
    owner: OSObject,
    action: IOInterruptEventAction,
    filter: IOFilterInterruptAction,
    provider: IOService | null = null,
    index: number = 0,
  ) {
    super(owner, action, provider, index);
    this.filterAction = filter;
  }

  /**
   * Makes a filter interrupt source. The line is masked until `enable()`, although `isEnabled()` says true.
   *
   * @param owner the object whose methods the action and the filter are; not retained
   * @param action what runs in the gate: a generator method of the owner
   * @param filter what runs at interrupt level, and returns whether the action is to run
   * @param provider whose interrupt it is; left out: a software source
   * @param index the line's index, from 0
   * @returns null if the owner or the filter is null, the index is negative, or the provider has no such line, or one that has a handler:
   * see `IOInterruptEventSource.interruptEventSource`
   * @see IOFilterInterruptEventSource::filterInterruptEventSource in XNU
   * @example
   * IOFilterInterruptEventSource.filterInterruptEventSource(driver, driver.completed, null, usb, 0); // null
   */
  static filterInterruptEventSource(
    owner: OSObject,
    action: IOInterruptEventAction,
    filter: IOFilterInterruptAction,
    provider?: IOService | null,
    index?: number,
  ): IOFilterInterruptEventSource;
  static filterInterruptEventSource(
    owner: OSObject | null,
    action: IOInterruptEventAction,
    filter: IOFilterInterruptAction | null,
    provider?: IOService | null,
    index?: number,
  ): IOFilterInterruptEventSource | null;
  static filterInterruptEventSource(
    owner: OSObject | null,
    action: IOInterruptEventAction,
    filter: IOFilterInterruptAction | null,
    provider: IOService | null = null,
    index: number = 0,
  ): IOFilterInterruptEventSource | null {
    if (!owner || !filter || !IOInterruptEventSource.canHave(provider, index)) return null;
    const source = new IOFilterInterruptEventSource(owner, action, filter, provider, index);
    source.registerSoon();
    return source;
  }

  /**
   * Nothing: private in IOKit, where it makes no source without a filter. Call `filterInterruptEventSource`.
   *
   * @returns null
   * @see IOFilterInterruptEventSource::interruptEventSource in XNU
   * @example
   * const none: unknown = IOFilterInterruptEventSource.interruptEventSource(); // null
   */
  static override interruptEventSource(): never {
    return null as never;
  }

  /**
   * The filter.
   *
   * @returns the method that it was made with
   * @see IOFilterInterruptEventSource::getFilterAction in XNU
   * @example
   * const { completed, isMine } = driver;
   * const irq = IOFilterInterruptEventSource.filterInterruptEventSource(driver, completed, isMine, usb, 0);
   * irq.getFilterAction() === driver.isMine; // true
   */
  getFilterAction(): IOFilterInterruptAction {
    return this.filterAction;
  }

  /**
   * Counts an interrupt, and has the work loop make a pass. A filter that calls it and returns false has the action run and leaves a
   * level line unmasked; one that calls it and returns true counts twice.
   *
   * Panics if the source is in no work loop.
   * @see IOFilterInterruptEventSource::signalInterrupt in XNU
   * @example
   * const { completed, isMine } = driver;
   * const irq = IOFilterInterruptEventSource.filterInterruptEventSource(driver, completed, isMine);
   * yield* loop.addEventSource(irq);
   * // Thread A:
   * yield* irq.signalInterrupt();
   * yield* gate.runAction(driver.waitFor, 1); // 1
   * yield* driver.interrupts.get(); // 0
   */
  signalInterrupt(): Op {
    return this.count();
  }

  /**
   * The handler of an edge: counts if the filter says so.
   *
   * Panics if the source is in no work loop.
   * @see IOFilterInterruptEventSource::normalInterruptOccurred in XNU
   * @example
   * const { completed, isMine } = driver;
   * const irq = IOFilterInterruptEventSource.filterInterruptEventSource(driver, completed, isMine);
   * yield* loop.addEventSource(irq);
   * // Thread A:
   * yield* irq.normalInterruptOccurred();
   * yield* driver.interrupts.get(); // 1
   * yield* gate.runAction(driver.waitFor, 1); // 1
   */
  override *normalInterruptOccurred(): Op {
    if (yield* this.filter()) yield* this.signalInterrupt();
  }

  /**
   * The handler of a level: if the filter says so, masks the line and counts. If not, a line that is still up interrupts again at once.
   *
   * @param _refcon not used, as in XNU
   * @param provider whose line is masked; the source's own if left out
   * @param index the line's index, from 0
   *
   * Panics if the source is in no work loop.
   * @see IOFilterInterruptEventSource::disableInterruptOccurred in XNU
   * @example
   * const { completed, isMine } = driver;
   * const irq = IOFilterInterruptEventSource.filterInterruptEventSource(driver, completed, isMine, usb, 0);
   * yield* loop.addEventSource(irq);
   * // Thread A:
   * yield* irq.disableInterruptOccurred();
   * yield* driver.interrupts.get(); // 1
   * yield* gate.runAction(driver.waitFor, 1); // 1
   */
  override *disableInterruptOccurred(
    _refcon?: unknown,
    provider: IOService | null = this.provider,
    index: number = this.index,
  ): Op {
    if (!(yield* this.filter())) return;
    if (provider) yield* provider.disableInterrupt(index);
    yield* this.signalInterrupt();
  }

  private *filter(): Op<boolean> {
    note('tracePoint', 'IOINTES_FILTER', 'start', [this.filterAction, this.owner, this]);
    const wanted = yield* this.filterAction.apply(this.owner, [this]);
    note('tracePoint', 'IOINTES_FILTER', 'end', [this.filterAction, this.owner, this]);
    return wanted;
  }
}
