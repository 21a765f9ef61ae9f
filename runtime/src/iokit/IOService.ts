import type { Op } from '../effects/index.ts';
import { OSCompareAndSwap } from './atomics.ts';
import { unsynchronized, type Cell } from './cell.ts';
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

/** How far a service's termination has come. */
const kActive = 0;
const kInactive = 1;
const kDeferred = 2;
const kStopped = 3;

/**
 * A driver, or what a driver drives.
 *
 * @see IOService in XNU
 * @example
 * class Disk extends IOService {
 *   override *start(provider: IOService): Op<boolean> {
 *     return (yield* super.start(provider)) && provider.interruptLines() > 0;
 *   }
 * }
 * const disk = new Disk();
 * yield* disk.start(usb); // true
 * // Thread A:
 * disk.getProvider(); // usb
 */
export class IOService extends OSObject {
  private attachedTo: IOService | null = null;
  private clients: readonly IOService[] = [];
  private readonly stage = unsynchronized(kActive);
  /** The lines that have a handler, as far as setup knows; see `claims.ts`. Not in IOKit. @internal */
  readonly claimed: number[] = [];

  /**
   * Begins to drive a provider, before any client can call. Override it; base classes do nothing more than attach.
   *
   * @param provider what it drives
   * @returns whether it can
   * @see IOService::start in XNU
   * @example
   * const disk = new IOService();
   * yield* disk.start(usb); // true
   * // Thread A:
   * disk.getProvider(); // usb
   */
  *start(provider: IOService): Op<boolean> {
    this.attach(provider);
    return true;
  }

  /**
   * Stops driving a provider: after it nothing of the driver may run. Override it. Termination calls it on its own thread, in the gate
   * of the provider's work loop.
   *
   * @param _provider what it drove
   * @see IOService::stop in XNU
   * @example
   * class Disk extends IOService {
   *   readonly stopped = cell(false);
   *   override *stop(): Op {
   *     yield* this.stopped.set(true);
   *   }
   * }
   * const disk = new Disk();
   * yield* disk.start(usb);
   * // Thread A:
   * yield* usb.terminate();
   * yield* disk.stopped.get(); // true
   */
  *stop(_provider: IOService): Op {}

  /**
   * Takes a service out of use, and all that is attached to it: a device that was unplugged. On this thread, each in the gate of a work
   * loop, the provider's but for `finalize`: `willTerminate` from here to the leaves, `didTerminate` from the leaves to here, then `finalize` and `stop` of each that has
   * no client left and did not defer. Called again on one that deferred, it goes on from there.
   *
   * @param options passed on; no bit of it means anything here
   * @returns true
   *
   * Panics at interrupt level. In XNU a thread of the system's own does all but the beginning, and `stop` also detaches.
   * @see IOService::terminate in XNU
   * @example
   * yield* usb.terminate(); // true
   * yield* driver.isInactive(); // true
   */
  *terminate(options: number = 0): Op<boolean> {
    if (yield* OSCompareAndSwap(kActive, kInactive, this.stage)) {
      yield* this.makeClientsInactive();
      yield* this.announceTermination(options);
      yield* this.concludeTermination(options);
    } else if (!(yield* OSCompareAndSwap(kDeferred, kInactive, this.stage))) return true;
    yield* this.stopUpwards(options);
    return true;
  }

  /**
   * Whether the service is terminated, or about to be; read without a lock.
   *
   * @see IOService::isInactive in XNU
   * @example
   * yield* usb.isInactive(); // false
   * yield* usb.terminate();
   * yield* usb.isInactive(); // true
   */
  *isInactive(): Op<boolean> {
    return (yield* this.stage.get()) !== kActive;
  }

  /**
   * Says that a provider is being terminated, before the service's own clients hear of it. Override it. Runs on the terminating thread,
   * in the gate of the provider's work loop.
   *
   * @param _provider what is being terminated
   * @param _options what `terminate` was given
   * @returns true; nobody looks
   * @see IOService::willTerminate in XNU
   * @example
   * class Disk extends IOService {
   *   readonly unplugged = cell(false);
   *   override *willTerminate(): Op<boolean> {
   *     yield* this.unplugged.set(true);
   *     return true;
   *   }
   * }
   * const disk = new Disk();
   * yield* disk.start(usb);
   * // Thread A:
   * yield* usb.terminate();
   * yield* disk.unplugged.get(); // true
   */
  *willTerminate(_provider: IOService, _options: number): Op<boolean> {
    return true;
  }

  /**
   * Says that a provider is being terminated, after the service's own clients have heard of it. Override it. Runs on the terminating
   * thread, in the gate of the provider's work loop.
   *
   * @param _provider what is being terminated
   * @param _options what `terminate` was given
   * @param _defer set it to true to be stopped later: call `terminate()` again then
   * @returns true; nobody looks
   * @see IOService::didTerminate in XNU
   * @example
   * class Disk extends IOService {
   *   readonly stopped = cell(false);
   *   override *didTerminate(_usb: IOService, _options: number, defer: Cell<boolean>): Op<boolean> {
   *     yield* defer.set(true);
   *     return true;
   *   }
   *   override *stop(): Op {
   *     yield* this.stopped.set(true);
   *   }
   * }
   * const disk = new Disk();
   * yield* disk.start(usb);
   * // Thread A:
   * yield* usb.terminate();
   * yield* disk.stopped.get(); // false
   * yield* disk.terminate();
   * yield* disk.stopped.get(); // true
   */
  *didTerminate(_provider: IOService, _options: number, _defer: Cell<boolean>): Op<boolean> {
    return true;
  }

  /**
   * The last word to a service that has no client any more, before it is stopped. Override it. Runs on the terminating thread, in the
   * gate of the service's work loop.
   *
   * @param _options what `terminate` was given
   * @returns true; nobody looks
   * @see IOService::finalize in XNU
   * @example
   * class Disk extends IOService {
   *   readonly said = list<string>();
   *   override *finalize(): Op<boolean> {
   *     yield* this.said.set([...(yield* this.said.get()), 'finalize']);
   *     return true;
   *   }
   *   override *stop(): Op {
   *     yield* this.said.set([...(yield* this.said.get()), 'stop']);
   *   }
   * }
   * const disk = new Disk();
   * yield* disk.start(usb);
   * // Thread A:
   * yield* usb.terminate();
   * yield* disk.said.get(); // ['finalize', 'stop']
   */
  *finalize(_options: number): Op<boolean> {
    return true;
  }

  private *makeClientsInactive(): Op {
    for (let i = 0; i < this.clients.length; i++) {
      const client = this.clients[i];
      yield* client.stage.set(kInactive);
      yield* client.makeClientsInactive();
    }
  }

  private *announceTermination(options: number): Op {
    const provider = this.attachedTo;
    if (provider) yield* runGated(provider, this.willTerminate, this, provider, options);
    for (let i = 0; i < this.clients.length; i++) yield* this.clients[i].announceTermination(options);
  }

  private *concludeTermination(options: number): Op {
    for (let i = 0; i < this.clients.length; i++) yield* this.clients[i].concludeTermination(options);
    const provider = this.attachedTo;
    const defer = unsynchronized(false);
    if (provider) yield* runGated(provider, this.didTerminate, this, provider, options, defer);
    if (yield* defer.get()) yield* this.stage.set(kDeferred);
  }

  /** A provider may have been waiting only for this service to be stopped. */
  private *stopUpwards(options: number): Op {
    const provider = this.attachedTo;
    if ((yield* this.stopIfUnused(options)) && provider) yield* provider.stopUpwards(options);
  }

  /** Stops the clients that can be, then this service if none is left. Returns whether it is stopped. */
  private *stopIfUnused(options: number): Op<boolean> {
    let used = false;
    for (let i = 0; i < this.clients.length; i++) {
      if (!(yield* this.clients[i].stopIfUnused(options))) used = true;
    }
    if (used || !(yield* OSCompareAndSwap(kInactive, kStopped, this.stage))) {
      return (yield* this.stage.get()) === kStopped;
    }
    yield* runGated(this, this.finalize, this, options);
    const provider = this.attachedTo;
    if (provider) yield* runGated(provider, this.stop, this, provider);
    return true;
  }

  /**
   * Makes a service the provider of this one. Only in `setup` and `start`.
   *
   * @param provider what it drives from now on
   * @see IOService::attach in XNU
   * @example
   * const disk = new IOService();
   * disk.attach(usb);
   * // Thread A:
   * disk.getProvider(); // usb
   */
  attach(provider: IOService): void {
    this.attachedTo = provider;
    provider.clients = [...provider.clients, this];
  }

  /**
   * What this service drives.
   *
   * @returns the provider, or null
   * @see IOService::getProvider in XNU
   * @example
   * driver.getProvider(); // usb
   * usb.getProvider(); // null
   */
  getProvider(): IOService | null {
    return this.attachedTo;
  }

  /**
   * The work loop that this service lives on: its provider's, unless a driver with a loop of its own overrides it.
   *
   * @returns null if no provider up the chain has one; in XNU the chain ends at the platform expert, whose loop all share that have none
   * @see IOService::getWorkLoop in XNU
   * @example
   * const partition = new IOService();
   * partition.attach(driver);
   * // Thread A:
   * yield* partition.getWorkLoop(); // loop
   * yield* usb.getWorkLoop(); // null
   */
  *getWorkLoop(): Op<IOWorkLoop | null> {
    return this.attachedTo && (yield* this.attachedTo.getWorkLoop());
  }

  /**
   * How many interrupt lines this service has.
   *
   * @returns their number; their indices are 0 and up
   * @example
   * usb.interruptLines(); // 1
   * driver.interruptLines(); // 0
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
   * @example
   * yield* usb.getInterruptType(0); // kIOInterruptTypeEdge
   * yield* usb.getInterruptType(1); // -1
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
   * @example
   * yield* usb.registerInterrupt(0, driver, driver.interrupted); // kIOReturnSuccess
   * yield* usb.registerInterrupt(0, driver, driver.interrupted); // kIOReturnNoResources
   * yield* usb.registerInterrupt(1, driver, driver.interrupted); // kIOReturnNoInterrupt
   */
  *registerInterrupt(_source: number, _target: OSObject, _handler: IOInterruptAction): Op<IOReturn> {
    return kIOReturnNoInterrupt;
  }

  /**
   * Takes the handler away; the line is masked.
   *
   * @param _source the line's index, from 0
   * @returns kIOReturnSuccess, or kIOReturnNoInterrupt if there is no such line or it has no handler
   * @see IOService::unregisterInterrupt in XNU
   * @example
   * yield* usb.registerInterrupt(0, driver, driver.interrupted);
   * yield* usb.unregisterInterrupt(0); // kIOReturnSuccess
   * yield* usb.unregisterInterrupt(0); // kIOReturnNoInterrupt
   */
  *unregisterInterrupt(_source: number): Op<IOReturn> {
    return kIOReturnNoInterrupt;
  }

  /**
   * Unmasks a line. What came while it was masked is delivered now: one pulse at most, or a level that is still up.
   *
   * @param _source the line's index, from 0
   * @returns kIOReturnSuccess, or kIOReturnNoInterrupt if there is no such line or it has no handler
   * @see IOService::enableInterrupt in XNU
   * @example
   * yield* usb.registerInterrupt(0, driver, driver.interrupted);
   * yield* usb.enableInterrupt(0); // kIOReturnSuccess
   * yield* usb.submit(7);
   * yield* driver.interrupts.get(); // 0 or 1
   */
  *enableInterrupt(_source: number): Op<IOReturn> {
    return kIOReturnNoInterrupt;
  }

  /**
   * Masks a line. From a thread it waits until a handler in flight has returned; not for the work loop's action.
   *
   * @param _source the line's index, from 0
   * @returns kIOReturnSuccess, or kIOReturnNoInterrupt if there is no such line or it has no handler
   * @see IOService::disableInterrupt in XNU
   * @example
   * yield* usb.registerInterrupt(0, driver, driver.interrupted);
   * yield* usb.enableInterrupt(0);
   * yield* usb.submit(7);
   * yield* usb.disableInterrupt(0); // kIOReturnSuccess
   * const before = yield* driver.interrupts.get(); // 0 or 1
   * (yield* driver.interrupts.get()) === before; // true
   */
  *disableInterrupt(_source: number): Op<IOReturn> {
    return kIOReturnNoInterrupt;
  }
}

/** Runs an action in the gate of a service's work loop, if it has one. */
function* runGated<Args extends unknown[]>(
  service: IOService,
  action: Method<Args>,
  target: IOService,
  ...args: Args
): Op {
  const loop = yield* service.getWorkLoop();
  if (loop) yield* loop.runAction(action, target, ...args);
  else yield* action.apply(target, args);
}
