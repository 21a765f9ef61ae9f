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
 * @see IOCommandPool in XNU
 * @example
 * const pool = yield* IOCommandPool.withWorkLoop(loop);
 * yield* pool.returnCommand(new IOCommand());
 * // Thread A:
 * const command = yield* pool.getCommand();
 * if (command) yield* pool.returnCommand(command);
 */
export class IOCommandPool extends OSObject {
  protected readonly serializer = IOCommandGate.commandGate(this);
  /** The commands in it, and how many threads were put to sleep and not woken yet; sleepers sleep on the number. */
  protected readonly queue: Cell<readonly IOCommand[]> = list();
  protected readonly sleepers = cell(0);

  /**
   * Makes an empty pool and adds its command gate to a work loop.
   *
   * @param workLoop the work loop in whose gate commands come and go
   * @returns the pool; in XNU NULL if there is no memory, which never happens here
   * @see IOCommandPool::withWorkLoop in XNU
   * @example
   * const pool = yield* IOCommandPool.withWorkLoop(loop);
   * yield* pool.getCommand(false); // null
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
   * @param workLoop the work loop in whose gate commands come and go
   * @param _size not used, as in XNU: a pool holds what is returned to it
   * @returns the pool
   * @see IOCommandPool::commandPool in XNU
   * @example
   * const pool = yield* IOCommandPool.commandPool(driver, loop, 4);
   * yield* pool.getCommand(false); // null
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
   * @param blockForCommand whether to sleep, THREAD_UNINT, while the pool is empty; true if left out
   * @returns null if the pool is empty and the caller must not sleep, or if its command gate is in no work loop
   *
   * Panics at interrupt level.
   * @see IOCommandPool::getCommand in XNU
   * @example
   * const pool = yield* IOCommandPool.withWorkLoop(loop);
   * const command = new IOCommand();
   * // Thread A:
   * yield* pool.getCommand(); // command
   * // Thread B:
   * yield* pool.returnCommand(command);
   */
  *getCommand(blockForCommand: boolean = true): Op<IOCommand | null> {
    const found = yield* this.serializer.runAction(this.gatedGetCommand, blockForCommand);
    return typeof found === 'object' ? found : null;
  }

  /**
   * Puts a command into the pool, and wakes one thread that waits for one.
   *
   * @param command a command that nobody uses
   *
   * Panics at interrupt level.
   * @see IOCommandPool::returnCommand in XNU
   * @example
   * const pool = yield* IOCommandPool.withWorkLoop(loop);
   * const first = new IOCommand();
   * const second = new IOCommand();
   * yield* pool.returnCommand(first);
   * yield* pool.returnCommand(second);
   * yield* pool.getCommand(); // second
   */
  *returnCommand(command: IOCommand): Op {
    yield* this.serializer.runAction(this.gatedReturnCommand, command);
  }

  /**
   * The gated part of `getCommand`.
   *
   * @param blockForCommand whether to sleep, THREAD_UNINT, while the pool is empty
   * @returns the command (in XNU through the first argument), or kIOReturnNoResources
   * @see IOCommandPool::gatedGetCommand in XNU
   * @example
   * class Pool extends IOCommandPool {
   *   *first(): Op<IOCommand | IOReturn> {
   *     return yield* this.gatedGetCommand(false);
   *   }
   * }
   * yield* new Pool().first(); // kIOReturnNoResources
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
   * @param command a command that nobody uses
   * @returns kIOReturnSuccess
   * @see IOCommandPool::gatedReturnCommand in XNU
   * @example
   * class Pool extends IOCommandPool {
   *   *fill(): Op<IOReturn> {
   *     return yield* this.gatedReturnCommand(new IOCommand());
   *   }
   * }
   * yield* new Pool().fill(); // kIOReturnSuccess
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
