import type { Op } from '../effects/index.ts';
import { cell, list, type Cell } from './cell.ts';
import type { IOCommand } from './IOCommand.ts';
import { IOCommandGate } from './IOCommandGate.ts';
import { kIOReturnNoResources, kIOReturnSuccess, type IOReturn } from './IOReturn.ts';
import type { IOService } from './IOService.ts';
import type { IOWorkLoop } from './IOWorkLoop.ts';
import { OSObject } from './OSObject.ts';
import { THREAD_UNINT } from './waitResult.ts';

const kIOCommandPoolDefaultSize = 16;

/**
 * Commands that a driver made before and hands out again and again: the last one returned is the first to go. It has a command gate of
 * its own in a work loop of yours.
 *
 * @example
 * this.pool = yield* IOCommandPool.withWorkLoop(this.workLoop);
 * yield* this.pool.returnCommand(new Transfer());
 * …
 * const transfer = yield* this.pool.getCommand();
 */
export class IOCommandPool extends OSObject {
  protected readonly serializer = IOCommandGate.commandGate(this);
  /** The commands in it, and how many threads were put to sleep and not woken yet; sleepers sleep on the number. */
  protected readonly queue: Cell<readonly IOCommand[]> = list();
  protected readonly sleepers = cell(0);

  /**
   * Makes an empty pool and adds its command gate to a work loop.
   *
   * @see IOCommandPool::withWorkLoop in XNU
   */
  static *withWorkLoop(workLoop: IOWorkLoop): Op<IOCommandPool> {
    const pool = new IOCommandPool();
    yield* workLoop.addEventSource(pool.serializer);
    return pool;
  }

  /**
   * Makes an empty pool as `withWorkLoop` does.
   *
   * @param _owner not used, as in XNU
   * @param _size not used, as in XNU: a pool holds what is returned to it
   * @see IOCommandPool::commandPool in XNU
   */
  static commandPool(
    _owner: IOService,
    workLoop: IOWorkLoop,
    _size: number = kIOCommandPoolDefaultSize,
  ): Op<IOCommandPool> {
    return IOCommandPool.withWorkLoop(workLoop);
  }

  /**
   * Takes a command out of the pool.
   *
   * @param blockForCommand whether to sleep, THREAD_UNINT, while the pool is empty
   * @returns null if the pool is empty and the caller must not sleep, or if its command gate is in no work loop
   *
   * Panics at interrupt level.
   * @see IOCommandPool::getCommand in XNU
   */
  *getCommand(blockForCommand: boolean = true): Op<IOCommand | null> {
    const found = yield* this.serializer.runAction(this.gatedGetCommand, blockForCommand);
    return typeof found === 'object' ? found : null;
  }

  /**
   * Puts a command into the pool, and wakes one thread that waits for one.
   *
   * Panics at interrupt level.
   * @see IOCommandPool::returnCommand in XNU
   */
  *returnCommand(command: IOCommand): Op {
    yield* this.serializer.runAction(this.gatedReturnCommand, command);
  }

  /**
   * The gated part of `getCommand`.
   *
   * @returns the command (in XNU through the first argument), or kIOReturnNoResources
   * @see IOCommandPool::gatedGetCommand in XNU
   */
  protected *gatedGetCommand(blockForCommand: boolean): Op<IOCommand | IOReturn> {
    let [first, ...rest] = yield* this.queue.get();
    while (!first) {
      if (!blockForCommand) return kIOReturnNoResources;
      yield* this.sleepers.set((yield* this.sleepers.get()) + 1);
      yield* this.serializer.commandSleep(this.sleepers, THREAD_UNINT);
      [first, ...rest] = yield* this.queue.get();
    }
    yield* this.queue.set(rest);
    return first;
  }

  /**
   * The gated part of `returnCommand`.
   *
   * @see IOCommandPool::gatedReturnCommand in XNU
   */
  protected *gatedReturnCommand(command: IOCommand): Op<IOReturn> {
    yield* this.queue.set([command, ...(yield* this.queue.get())]);
    const sleepers = yield* this.sleepers.get();
    if (sleepers > 0) {
      yield* this.serializer.commandWakeup(this.sleepers, true);
      yield* this.sleepers.set(sleepers - 1);
    }
    return kIOReturnSuccess;
  }

  /** Takes its command gate out of the work loop and frees it. Who waits for a command is not woken. */
  override *free(): Op {
    const workLoop = yield* this.serializer.getWorkLoop();
    if (workLoop) yield* workLoop.removeEventSource(this.serializer);
    yield* this.serializer.release();
    yield* super.free();
  }
}
