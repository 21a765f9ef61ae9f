import { note, type Op } from '../effects/index.ts';
import { cell, unsynchronized, type Cell } from './cell.ts';
import { IOEventSource } from './IOEventSource.ts';
import { IOLockAlloc, IOLockFree, IOLockLock, IOLockUnlock } from './IOLock.ts';
import {
  KERN_OPERATION_TIMED_OUT,
  KERN_SEMAPHORE_DESTROYED,
  KERN_SUCCESS,
  KERN_TERMINATED,
  type kern_return_t,
} from './kernReturn.ts';
import type { Method } from './method.ts';
import type { OSObject } from './OSObject.ts';
import { panic } from './panic.ts';
import {
  semaphore_create,
  semaphore_destroy,
  semaphore_signal,
  semaphore_timedwait,
  semaphore_wait,
} from './semaphore.ts';

/** The four fields of a command. */
type Fields = readonly [field0?: unknown, field1?: unknown, field2?: unknown, field3?: unknown];

/** What a command queue runs: a generator method of the owner, given the four fields of a command. */
export type IOCommandQueueAction = Method<Fields>;

const kIOCQDefaultSize = 128;
const kRetries = 4;

/**
 * A queue of commands that the work loop's own thread runs one by one, in the gate; who enqueues waits for room, not for the command.
 *
 * @deprecated Since 1999, and in no kernel of a current Mac. Use a command gate, or an event source of your own with a queue.
 * @see IOCommandQueue in XNU
 * @example
 * const queue = IOCommandQueue.commandQueue(driver, driver.append);
 * yield* loop.addEventSource(queue);
 * // Thread A:
 * yield* queue.enqueueCommand(true, 'read'); // KERN_SUCCESS
 * yield* driver.items.get(); // [] or ['read']
 */
export class IOCommandQueue extends IOEventSource {
  private readonly size: number;
  /** A ring with one entry more than there are credits. */
  private readonly queue: readonly Cell<Fields>[];
  private readonly producerSema;
  private readonly producerLock = IOLockAlloc();
  private readonly producerIndex = unsynchronized(0);
  private readonly consumerIndex = unsynchronized(0);

  /**
   * An empty queue that is enabled, and in no work loop yet.
   *
   * @param owner the object whose method the action is; not retained
   * @param action what runs for each command
   * @param size how many commands it holds
   * @see IOCommandQueue::init in XNU
   */
  constructor(owner: OSObject, action: IOCommandQueueAction | null, size: number = kIOCQDefaultSize) {
    super(owner, action);
    this.size = size + 1;
    this.queue = Array.from({ length: this.size }, () => cell<Fields>([]));
    this.producerSema = semaphore_create(size);
  }

  /**
   * Makes an empty queue that is enabled, and in no work loop yet.
   *
   * @param owner the object whose method the action is; not retained
   * @param action what runs for each command: a generator method of the owner
   * @param size how many commands it holds; 128 if left out
   * @returns null if the owner is null; a null action is not looked at until a command comes, and panics then
   * @see IOCommandQueue::commandQueue in XNU
   * @example
   * IOCommandQueue.commandQueue(null, driver.append); // null
   */
  static commandQueue(owner: OSObject, action: IOCommandQueueAction | null, size?: number): IOCommandQueue;
  static commandQueue(
    owner: OSObject | null,
    action: IOCommandQueueAction | null,
    size?: number,
  ): IOCommandQueue | null;
  static commandQueue(
    owner: OSObject | null,
    action: IOCommandQueueAction | null,
    size: number = kIOCQDefaultSize,
  ): IOCommandQueue | null {
    return owner && new IOCommandQueue(owner, action, size);
  }

  /**
   * Puts a command at the end of the queue and has the work loop make a pass. Returns before the command has run.
   *
   * @param gotoSleep whether to wait for room; a wait that is aborted is begun anew up to four times
   * @param field0 what the action is given
   * @param field1 what the action is given
   * @param field2 what the action is given
   * @param field3 what the action is given
   * @returns KERN_SUCCESS; KERN_OPERATION_TIMED_OUT (49) if there is no room and the caller must not sleep; else what ended the wait
   *
   * Panics if the queue is in no work loop, and at interrupt level.
   * @see IOCommandQueue::enqueueCommand in XNU
   * @example
   * const queue = IOCommandQueue.commandQueue(driver, driver.append, 1);
   * yield* loop.addEventSource(queue);
   * // Thread A:
   * yield* queue.enqueueCommand(true, 'read'); // KERN_SUCCESS
   * yield* queue.enqueueCommand(false, 'write'); // KERN_SUCCESS or KERN_OPERATION_TIMED_OUT
   */
  *enqueueCommand(
    gotoSleep: boolean = true,
    field0?: unknown,
    field1?: unknown,
    field2?: unknown,
    field3?: unknown,
  ): Op<kern_return_t> {
    const result = gotoSleep ? yield* this.waitForRoom() : yield* semaphore_timedwait(this.producerSema, 0);
    if (result !== KERN_SUCCESS) return result;
    yield* IOLockLock(this.producerLock);
    const index = yield* this.producerIndex.get();
    yield* this.queue[index].set([field0, field1, field2, field3]);
    yield* this.producerIndex.set((index + 1) % this.size);
    yield* IOLockUnlock(this.producerLock);
    yield* this.signalWorkAvailable();
    return result;
  }

  /**
   * Runs the oldest command, unless the queue is disabled. Its room is given back before its action runs.
   *
   * @returns whether there are more: they wait for the other sources of the work loop to have their turn
   * @see IOCommandQueue::checkForWork in XNU
   * @example
   * const queue = IOCommandQueue.commandQueue(driver, driver.append);
   * yield* loop.addEventSource(queue);
   * // Thread A:
   * yield* loop.runActionBlock(function* () {
   *   yield* queue.enqueueCommand(true, 'read');
   *   yield* queue.enqueueCommand(true, 'write');
   *   yield* queue.checkForWork(); // true
   *   yield* queue.checkForWork(); // false
   * });
   */
  override *checkForWork(): Op<boolean> {
    if (!(yield* this.enabled.get()) || (yield* this.isEmpty())) return false;
    const index = yield* this.consumerIndex.get();
    const fields = yield* this.queue[index].get();
    yield* semaphore_signal(this.producerSema);
    yield* this.consumerIndex.set((index + 1) % this.size);
    const action = (yield* this.action.get()) as IOCommandQueueAction | null;
    note('tracePoint', 'IOCMDQ_ACTION', 'start', [action, this.owner]);
    if (!action) return yield* panic('page fault: jump to NULL in IOCommandQueue::checkForWork');
    yield* action.apply(this.owner, [...fields]);
    note('tracePoint', 'IOCMDQ_ACTION', 'end', [action, this.owner]);
    return !(yield* this.isEmpty());
  }

  /**
   * Locks producers out, runs an action for every command that is left, and lets producers in again. On the work loop's thread only.
   *
   * @param target the object whose method the action is; the owner if null
   * @param action what runs for each command; the queue's own if null
   * @returns 0, however many there were (the header promises their number)
   * @see IOCommandQueue::performAndFlush in XNU
   * @example
   * class Printer extends OSObject {
   *   readonly queue = IOCommandQueue.commandQueue(this, this.run);
   *   *run(what?: unknown): Op {
   *     if (what === 'reset') yield* this.queue.performAndFlush(this, this.drop); // 0
   *   }
   *   *drop(): Op {}
   * }
   * const printer = new Printer();
   * yield* loop.addEventSource(printer.queue);
   * // Thread A:
   * yield* printer.queue.enqueueCommand(true, 'reset'); // KERN_SUCCESS
   */
  *performAndFlush(target: OSObject | null = null, action: IOCommandQueueAction | null = null): Op<number> {
    const perform = action ?? ((yield* this.action.get()) as IOCommandQueueAction | null);
    let result: kern_return_t;
    do result = yield* semaphore_timedwait(this.producerSema, 0);
    while (result === KERN_SUCCESS);
    while (!(yield* this.isEmpty())) {
      const index = yield* this.consumerIndex.get();
      const fields = yield* this.queue[index].get();
      yield* this.consumerIndex.set((index + 1) % this.size);
      if (!perform) return yield* panic('page fault: jump to NULL in IOCommandQueue::performAndFlush');
      yield* perform.apply(target ?? this.owner, [...fields]);
    }
    for (let credit = 1; credit < this.size; credit++) yield* semaphore_signal(this.producerSema);
    return 0;
  }

  /** Gives back its semaphore, lock and memory. */
  override *free(): Op {
    yield* semaphore_destroy(this.producerSema);
    yield* IOLockFree(this.producerLock);
    yield* super.free();
  }

  private *waitForRoom(): Op<kern_return_t> {
    let result = yield* semaphore_wait(this.producerSema);
    for (let retry = 0; retry < kRetries && isWorthRetrying(result); retry++) {
      result = yield* semaphore_wait(this.producerSema);
    }
    return result;
  }

  private *isEmpty(): Op<boolean> {
    const consumer = yield* this.consumerIndex.get();
    return consumer === (yield* this.producerIndex.get());
  }
}

function isWorthRetrying(result: kern_return_t): boolean {
  return ![KERN_SUCCESS, KERN_OPERATION_TIMED_OUT, KERN_SEMAPHORE_DESTROYED, KERN_TERMINATED].includes(
    result,
  );
}
