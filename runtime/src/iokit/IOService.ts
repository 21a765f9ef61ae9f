import type { Op } from '../effects/index.ts';
import { kIOReturnNoInterrupt, type IOReturn } from './IOReturn.ts';
import type { IOWorkLoop } from './IOWorkLoop.ts';
import type { Method } from './method.ts';
import { OSObject } from './OSObject.ts';

/** An interrupt handler: a generator method of the target, run at interrupt level. It must not block. */
export type IOInterruptAction = Method<[]>;

/** What `getInterruptType` answers: the line is a pulse. */
export const kIOInterruptTypeEdge = 0;
/** What `getInterruptType` answers: the line stays up until the device is content. */
export const kIOInterruptTypeLevel = 1;

/**
 * A driver, or what a driver drives.
 *
 * @example
 * export class Disk extends IOService {
 *   override *start(provider: UsbDevice): Op<boolean> { … }
 * }
 */
export class IOService extends OSObject {
  private attachedTo: IOService | null = null;

  /**
   * Begins to drive a provider, before any client can call. Override it; base classes do nothing more than attach.
   *
   * @param provider what it drives
   * @returns whether it can
   * @see IOService::start in XNU
   */
  *start(provider: IOService): Op<boolean> {
    this.attach(provider);
    return true;
  }

  /**
   * Stops driving a provider: after it nothing of the driver may run. Override it.
   *
   * @see IOService::stop in XNU
   */
  *stop(_provider: IOService): Op {}

  /**
   * Makes a service the provider of this one. Only in `setup` and `start`.
   *
   * @see IOService::attach in XNU
   */
  attach(provider: IOService): void {
    this.attachedTo = provider;
  }

  /**
   * What this service drives, or null.
   *
   * @see IOService::getProvider in XNU
   */
  getProvider(): IOService | null {
    return this.attachedTo;
  }

  /**
   * The work loop that this service lives on: its provider's, unless a driver with a loop of its own overrides it.
   *
   * @returns null if no provider up the chain has one
   * @see IOService::getWorkLoop in XNU
   */
  *getWorkLoop(): Op<IOWorkLoop | null> {
    return this.attachedTo && (yield* this.attachedTo.getWorkLoop());
  }

  /**
   * How many interrupt lines this service has: their indices are 0 and up.
   */
  interruptLines(): number {
    return 0;
  }

  /**
   * How an interrupt line works. A service without lines of its own has none.
   *
   * @param _source the line's index, from 0
   * @returns kIOInterruptTypeEdge, kIOInterruptTypeLevel, or -1 if there is no such line (in XNU an IOReturn, and the type through the
   * second argument)
   * @see IOService::getInterruptType in XNU
   */
  *getInterruptType(_source: number): Op<number> {
    return -1;
  }

  /**
   * Has a handler run at interrupt level whenever the line is raised. The line is masked until `enableInterrupt`.
   *
   * @param _source the line's index, from 0
   * @param _target the object whose method the handler is
   * @param _handler what runs; it must not block
   * @returns kIOReturnSuccess, kIOReturnNoInterrupt if there is no such line, kIOReturnNoResources if it has a handler already
   * @see IOService::registerInterrupt in XNU
   */
  *registerInterrupt(_source: number, _target: OSObject, _handler: IOInterruptAction): Op<IOReturn> {
    return kIOReturnNoInterrupt;
  }

  /**
   * Takes the handler away; the line is masked.
   *
   * @param _source the line's index, from 0
   * @see IOService::unregisterInterrupt in XNU
   */
  *unregisterInterrupt(_source: number): Op<IOReturn> {
    return kIOReturnNoInterrupt;
  }

  /**
   * Unmasks a line. What came while it was masked is delivered now: one pulse at most, or a level that is still up.
   *
   * @param _source the line's index, from 0
   * @see IOService::enableInterrupt in XNU
   */
  *enableInterrupt(_source: number): Op<IOReturn> {
    return kIOReturnNoInterrupt;
  }

  /**
   * Masks a line. From a thread it waits until a handler in flight has returned; not for the work loop's action.
   *
   * @param _source the line's index, from 0
   * @see IOService::disableInterrupt in XNU
   */
  *disableInterrupt(_source: number): Op<IOReturn> {
    return kIOReturnNoInterrupt;
  }
}
