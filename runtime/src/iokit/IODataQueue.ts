import { profile, type Op } from '../effects/index.ts';
import { atomic, cell, unsynchronized, type Cell } from './cell.ts';
import { OSObject } from './OSObject.ts';
import { semaphore_signal, type semaphore_t } from './semaphore.ts';

/** Bytes that an entry's size takes up in front of its data. */
export const DATA_QUEUE_ENTRY_HEADER_SIZE = 4;

/** An index that is stored with a fence behind it, unless the scenario wants to see what happens without. */
const fenced = (value: number): Cell<number> => (profile().fences ? atomic(value) : unsynchronized(value));

/**
 * A ring of bytes between one producer and one consumer, without a lock: each writes one index only. The consumer is told when the queue
 * stops being empty.
 *
 * @see IODataQueue in XNU
 * @example
 * const samples = IOSharedDataQueue.withEntries(4, 4);
 * // Thread A:
 * yield* samples.enqueue(21, 4); // true
 * // Thread B:
 * yield* samples.peek(); // null or { size: 4, data: 21 }
 */
export class IODataQueue extends OSObject {
  /** The memory: an entry's size is at the entry's offset, its data behind the header. */
  protected readonly bytes: readonly Cell<unknown>[];
  /** Offset of the next entry to take. Only the consumer writes it. */
  protected readonly head = fenced(0);
  /** Offset behind the last entry; may be the queue's size. Only the producer writes it. */
  protected readonly tail = fenced(0);
  private readonly port = unsynchronized<semaphore_t | null>(null);

  /**
   * An empty queue.
   *
   * @param size bytes, headers included
   * @see IODataQueue::initWithCapacity in XNU
   */
  constructor(size: number) {
    super();
    this.bytes = Array.from({ length: size }, () => cell<unknown>(0));
  }

  /**
   * Makes an empty queue.
   *
   * @param size bytes; every entry takes up 4 more than its data
   * @returns the queue; in XNU NULL if there is no memory, which never happens here
   * @see IODataQueue::withCapacity in XNU
   * @example
   * const queue = IODataQueue.withCapacity(16);
   * yield* queue.enqueue('eight bytes', 8); // true
   * yield* queue.enqueue('one more', 1); // false
   */
  static withCapacity(size: number): IODataQueue {
    return new IODataQueue(size);
  }

  /**
   * Makes an empty queue with room for entries of one size.
   *
   * @param numEntries how many entries; it holds one less once it has wrapped around
   * @param entrySize bytes of data of each
   * @returns the queue; in XNU NULL if there is no memory, which never happens here
   * @see IODataQueue::withEntries in XNU
   * @example
   * const queue = IODataQueue.withEntries(1, 4);
   * yield* queue.enqueue('first', 4); // true
   * yield* queue.enqueue('second', 4); // false
   */
  static withEntries(numEntries: number, entrySize: number): IODataQueue {
    return new IODataQueue(numEntries * (entrySize + DATA_QUEUE_ENTRY_HEADER_SIZE));
  }

  /**
   * Appends an entry, and notifies the consumer if the queue was empty. For one producer: two at once need a lock of their own.
   *
   * @param data what to append: any value; stored in one step
   * @param dataSize how many bytes it stands for
   * @returns false if there is no room
   * @see IOSharedDataQueue::enqueue in XNU
   * @example
   * const queue = IOSharedDataQueue.withEntries(2, 4);
   * yield* queue.enqueue('sample', 4); // true
   * yield* queue.peek(); // { size: 4, data: 'sample' }
   */
  *enqueue(data: unknown, dataSize: number): Op<boolean> {
    const tail = yield* this.tail.get();
    let head = yield* this.head.get();
    const entrySize = dataSize + DATA_QUEUE_ENTRY_HEADER_SIZE;
    const offset = this.roomFor(entrySize, head, tail);
    if (offset === null) return false;
    yield* this.write(offset, data, dataSize);
    // The consumer looks for the size where the tail was, and finds that the entry does not fit there.
    if (offset !== tail && this.bytes.length - tail >= DATA_QUEUE_ENTRY_HEADER_SIZE) {
      yield* this.bytes[tail].set(dataSize);
    }
    yield* this.tail.set(offset + entrySize);
    // Behind the store, with a fence between them: the consumer may have emptied the queue meanwhile.
    if (tail !== head) head = yield* this.head.get();
    if (tail === head) yield* this.sendDataAvailableNotification();
    return true;
  }

  /**
   * Says whom to notify.
   *
   * @param port a semaphore that the consumer waits on, or null for nobody; in XNU a Mach port
   * @see IODataQueue::setNotificationPort in XNU
   * @example
   * const queue = IODataQueue.withEntries(2, 4);
   * const available = semaphore_create(0);
   * yield* queue.setNotificationPort(available);
   * // Thread A:
   * yield* queue.enqueue('sample', 4);
   * // Thread B:
   * yield* semaphore_wait(available); // KERN_SUCCESS
   */
  setNotificationPort(port: semaphore_t | null): Op {
    return this.port.set(port);
  }

  /**
   * Tells the consumer that the queue is not empty any more. `enqueue` calls it for the first entry, not for those behind it.
   *
   * @see IODataQueue::sendDataAvailableNotification in XNU
   * @example
   * const queue = IODataQueue.withEntries(2, 4);
   * const available = semaphore_create(0);
   * yield* queue.setNotificationPort(available);
   * yield* queue.enqueue('first', 4);
   * yield* queue.enqueue('second', 4);
   * yield* semaphore_wait(available); // KERN_SUCCESS
   * yield* semaphore_wait(available); // never returns
   */
  protected *sendDataAvailableNotification(): Op {
    const port = yield* this.port.get();
    if (port) yield* semaphore_signal(port);
  }

  /** Where an entry goes: at the tail or, if it does not fit there, at the beginning. The tail never catches up with the head. */
  private roomFor(entrySize: number, head: number, tail: number): number | null {
    if (tail < head) return head - tail > entrySize ? tail : null;
    if (tail + entrySize <= this.bytes.length) return tail;
    return head > entrySize ? 0 : null;
  }

  private *write(offset: number, data: unknown, dataSize: number): Op {
    yield* this.bytes[offset].set(dataSize);
    if (dataSize > 0) yield* this.bytes[offset + DATA_QUEUE_ENTRY_HEADER_SIZE].set(data);
  }
}
