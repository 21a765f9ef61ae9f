import { ask, note, type Op } from '../effects/index.ts';
import { OSCompareAndSwap } from './atomics.ts';
import { unsynchronized } from './cell.ts';
import { Hardware } from './Hardware.ts';
import { kIOReturnNoInterrupt, kIOReturnNoResources, kIOReturnSuccess, type IOReturn } from './IOReturn.ts';
import {
  IOSimpleLockAlloc,
  IOSimpleLockLockDisableInterrupt,
  IOSimpleLockUnlockEnableInterrupt,
} from './IOSimpleLock.ts';
import { kIOInterruptTypeLevel, type IOInterruptAction, type IOService } from './IOService.ts';
import { OSObject } from './OSObject.ts';
import { panic } from './panic.ts';

/** One client of a shared line. */
class IOInterruptVector {
  readonly nub: IOService;
  readonly source: number;
  readonly interruptActive = unsynchronized(false);
  /** XNU's flag; null as long as the device is not a client of this controller: XNU asks the line's own then. */
  readonly interruptDisabledSoft = unsynchronized<boolean | null>(null);
  readonly interruptRegistered = unsynchronized(false);
  readonly target = unsynchronized<OSObject | null>(null);
  readonly handler = unsynchronized<IOInterruptAction | null>(null);

  constructor(nub: IOService, source: number) {
    this.nub = nub;
    this.source = source;
  }
}

/**
 * One level-triggered interrupt line for several devices: it is up while any of them holds it up. Every unmasked handler is called for
 * every interrupt, in the order in which the devices were connected. After that the whole line is masked if any registered client is,
 * and unmasked only when all are: a client that registers and never enables silences its neighbors, and if it was there first, from the
 * beginning (derived from XNU's source, not confirmed on a Mac).
 *
 * Made in a scenario's `setup`, and given to the devices.
 * @see IOSharedInterruptController in XNU
 * @example
 * const line = new IOSharedInterruptController('pci');
 * const disk = new UsbDevice({ name: 'disk', line: 'level' }, line);
 * // Thread A:
 * yield* disk.getInterruptType(0); // kIOInterruptTypeLevel
 */
export class IOSharedInterruptController extends OSObject {
  private readonly hardware: Hardware;
  private readonly vectors: IOInterruptVector[] = [];
  private readonly controllerLock = IOSimpleLockAlloc();
  private readonly vectorsRegistered = unsynchronized(0);
  private readonly vectorsEnabled = unsynchronized(0);
  private readonly controllerDisabled = unsynchronized(true);
  /** Whether the controller has registered for its own line. */
  private readonly attached = unsynchronized(false);

  /** @param name what traces call the line */
  constructor(name: string) {
    super();
    this.hardware = new Hardware('sharedLine', { name });
  }

  /** Connects the lines of a device; in setup. Returns what the hardware is to be wired to. */
  connect(nub: IOService, lines: number): Hardware {
    for (let source = 0; source < lines; source++) this.vectors.push(new IOInterruptVector(nub, source));
    return this.hardware;
  }

  /**
   * Every shared line is a level.
   *
   * @param nub the device
   * @param source the index of its line, from 0
   * @returns kIOInterruptTypeLevel, or -1 if there is no such line
   * @see IOSharedInterruptController::getInterruptType in XNU
   * @example
   * const line = new IOSharedInterruptController('pci');
   * const disk = new UsbDevice({ name: 'disk' }, line);
   * // Thread A:
   * yield* line.getInterruptType(disk, 0); // kIOInterruptTypeLevel
   * yield* line.getInterruptType(disk, 1); // -1
   */
  *getInterruptType(nub: IOService, source: number): Op<number> {
    return this.vectorOf(nub, source) ? kIOInterruptTypeLevel : -1;
  }

  /**
   * Gives a client of the line a handler. It is masked until `enableInterrupt`.
   *
   * @param nub the device
   * @param source the index of its line, from 0
   * @param target the object whose method the handler is
   * @param handler what runs at interrupt level; it must not block
   * @returns kIOReturnSuccess, kIOReturnNoInterrupt if there is no such line, kIOReturnNoResources if it has a handler already
   * @see IOSharedInterruptController::registerInterrupt in XNU
   * @example
   * const line = new IOSharedInterruptController('pci');
   * const disk = new UsbDevice({ name: 'disk' }, line);
   * // Thread A:
   * yield* line.registerInterrupt(disk, 0, driver, driver.interrupted); // kIOReturnSuccess
   * yield* line.registerInterrupt(disk, 0, driver, driver.interrupted); // kIOReturnNoResources
   */
  *registerInterrupt(
    nub: IOService,
    source: number,
    target: OSObject,
    handler: IOInterruptAction,
  ): Op<IOReturn> {
    const vector = this.vectorOf(nub, source);
    if (!vector) return kIOReturnNoInterrupt;
    // XNU tests and sets under the vector's mutex.
    if (!(yield* OSCompareAndSwap(null, true, vector.interruptDisabledSoft))) return kIOReturnNoResources;
    if (!(yield* this.attached.get())) yield* this.attachToLine();
    yield* vector.handler.set(handler);
    yield* vector.target.set(target);
    yield* vector.interruptRegistered.set(true);
    const interrupts = yield* IOSimpleLockLockDisableInterrupt(this.controllerLock);
    yield* this.vectorsRegistered.set((yield* this.vectorsRegistered.get()) + 1);
    yield* IOSimpleLockUnlockEnableInterrupt(this.controllerLock, interrupts);
    return kIOReturnSuccess;
  }

  /**
   * Takes a client's handler away; the line is unmasked if all that remain are enabled.
   *
   * @param nub the device
   * @param source the index of its line, from 0
   * @returns kIOReturnSuccess; kIOReturnNoInterrupt if there is no such line, or it has no handler
   * @see IOSharedInterruptController::unregisterInterrupt in XNU
   * @example
   * const line = new IOSharedInterruptController('pci');
   * const disk = new UsbDevice({ name: 'disk' }, line);
   * // Thread A:
   * yield* line.unregisterInterrupt(disk, 0); // kIOReturnNoInterrupt
   * yield* line.registerInterrupt(disk, 0, driver, driver.interrupted);
   * yield* line.unregisterInterrupt(disk, 0); // kIOReturnSuccess
   */
  *unregisterInterrupt(nub: IOService, source: number): Op<IOReturn> {
    const vector = this.vectorOf(nub, source);
    if (!vector) return kIOReturnNoInterrupt;
    if (!(yield* vector.interruptRegistered.get())) return kIOReturnNoInterrupt;
    yield* this.detach(vector);
    if ((yield* this.vectorsEnabled.get()) === (yield* this.vectorsRegistered.get())) yield* this.unmask();
    return kIOReturnSuccess;
  }

  /** Clears the vector in XNU's order and without its lock: an interrupt may come between any two of the stores. */
  private *detach(vector: IOInterruptVector): Op {
    yield* this.disableInterrupt(vector.nub, vector.source);
    yield* vector.interruptActive.set(false);
    yield* vector.interruptDisabledSoft.set(false);
    yield* vector.interruptRegistered.set(false);
    yield* vector.handler.set(null);
    yield* vector.target.set(null);
    const interrupts = yield* IOSimpleLockLockDisableInterrupt(this.controllerLock);
    yield* this.vectorsRegistered.set((yield* this.vectorsRegistered.get()) - 1);
    yield* IOSimpleLockUnlockEnableInterrupt(this.controllerLock, interrupts);
    yield* vector.interruptDisabledSoft.set(null);
  }

  /**
   * Unmasks a client. The line itself is unmasked when all registered clients are.
   *
   * @param nub the device
   * @param source the index of its line, from 0
   * @returns kIOReturnSuccess, or kIOReturnNoInterrupt if there is no such line, or it has no handler
   * @see IOSharedInterruptController::enableInterrupt in XNU
   * @example
   * const line = new IOSharedInterruptController('pci');
   * const disk = new UsbDevice({ name: 'disk' }, line);
   * const other = new UsbDevice({ name: 'other' }, line);
   * // Thread A:
   * yield* line.registerInterrupt(disk, 0, driver, driver.interrupted);
   * yield* line.registerInterrupt(other, 0, driver, driver.interrupted);
   * yield* line.enableInterrupt(disk, 0); // kIOReturnSuccess
   * // The other one is registered and not enabled: the line stays masked.
   * yield* disk.submit(7);
   * yield* driver.interrupts.get(); // 0
   */
  *enableInterrupt(nub: IOService, source: number): Op<IOReturn> {
    const vector = this.vectorOf(nub, source);
    if (!vector) return kIOReturnNoInterrupt;
    const interrupts = yield* IOSimpleLockLockDisableInterrupt(this.controllerLock);
    const disabled = yield* vector.interruptDisabledSoft.get();
    if (!disabled) {
      yield* IOSimpleLockUnlockEnableInterrupt(this.controllerLock, interrupts);
      return disabled === null ? kIOReturnNoInterrupt : kIOReturnSuccess;
    }
    yield* vector.interruptDisabledSoft.set(false);
    yield* this.vectorsEnabled.set((yield* this.vectorsEnabled.get()) + 1);
    yield* IOSimpleLockUnlockEnableInterrupt(this.controllerLock, interrupts);
    if (!(yield* this.controllerDisabled.get())) return kIOReturnSuccess;
    if ((yield* this.vectorsEnabled.get()) === (yield* this.vectorsRegistered.get())) yield* this.unmask();
    return kIOReturnSuccess;
  }

  /**
   * Masks a client, and with the next interrupt the line. A thread waits until the client's handler has returned.
   *
   * @param nub the device
   * @param source the index of its line, from 0
   * @returns kIOReturnSuccess, or kIOReturnNoInterrupt if there is no such line, or it has no handler
   * @see IOSharedInterruptController::disableInterrupt in XNU
   * @example
   * const line = new IOSharedInterruptController('pci');
   * const disk = new UsbDevice({ name: 'disk' }, line);
   * // Thread A:
   * yield* line.registerInterrupt(disk, 0, driver, driver.interrupted);
   * yield* line.disableInterrupt(disk, 0); // kIOReturnSuccess
   * yield* disk.submit(7);
   * yield* driver.interrupts.get(); // 0
   */
  *disableInterrupt(nub: IOService, source: number): Op<IOReturn> {
    const vector = this.vectorOf(nub, source);
    if (!vector) return kIOReturnNoInterrupt;
    const interrupts = yield* IOSimpleLockLockDisableInterrupt(this.controllerLock);
    const disabled = yield* vector.interruptDisabledSoft.get();
    if (disabled === false) {
      yield* vector.interruptDisabledSoft.set(true);
      yield* this.vectorsEnabled.set((yield* this.vectorsEnabled.get()) - 1);
    }
    yield* IOSimpleLockUnlockEnableInterrupt(this.controllerLock, interrupts);
    if (disabled === null) return kIOReturnNoInterrupt;
    if (yield* ask<boolean>({ type: 'atInterruptLevel' })) return kIOReturnSuccess;
    while (yield* vector.interruptActive.get());
    return kIOReturnSuccess;
  }

  /**
   * The handler of the line itself, at interrupt level: calls every client's.
   *
   * @see IOSharedInterruptController::handleInterrupt in XNU
   */
  private *handleInterrupt(): Op {
    let at = 0;
    while (at < this.vectors.length) {
      yield* this.handle(this.vectors[at] as IOInterruptVector, at);
      at++;
    }
    const interrupts = yield* IOSimpleLockLockDisableInterrupt(this.controllerLock);
    if ((yield* this.vectorsEnabled.get()) !== (yield* this.vectorsRegistered.get())) {
      yield* this.ofLine('disableInterrupt');
      yield* this.controllerDisabled.set(true);
    }
    yield* IOSimpleLockUnlockEnableInterrupt(this.controllerLock, interrupts);
  }

  private *handle(vector: IOInterruptVector, number: number): Op {
    yield* vector.interruptActive.set(true);
    if (!(yield* vector.interruptDisabledSoft.get()) && (yield* vector.interruptRegistered.get())) {
      const target = yield* vector.target.get();
      const handler = yield* vector.handler.get();
      if (!handler) yield* panic('page fault: jump to NULL in IOSharedInterruptController::handleInterrupt');
      else {
        note('tracePoint', 'IOINTC_HANDLER', 'start', [number, handler, target, vector.nub]);
        yield* handler.apply(target);
        note('tracePoint', 'IOINTC_HANDLER', 'end', [number, handler, target, vector.nub]);
      }
    }
    yield* vector.interruptActive.set(false);
  }

  private *unmask(): Op {
    yield* this.controllerDisabled.set(false);
    yield* this.ofLine('enableInterrupt');
  }

  /** @see IOSharedInterruptController::initInterruptController in XNU */
  private *attachToLine(): Op {
    yield* this.attached.set(true);
    const handler = [this, this.handleInterrupt];
    yield* ask({ type: 'registerInterrupt', provider: this.hardware, index: 0, handler });
  }

  private ofLine(type: 'enableInterrupt' | 'disableInterrupt'): Op<IOReturn> {
    return ask({ type, provider: this.hardware, index: 0 });
  }

  private vectorOf(nub: IOService, source: number): IOInterruptVector | undefined {
    return this.vectors.find((vector) => vector.nub === nub && vector.source === source);
  }
}
