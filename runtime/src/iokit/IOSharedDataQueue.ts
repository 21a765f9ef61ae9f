import type { Op } from '../effects/index.ts';
import type { Cell } from './cell.ts';
import { DATA_QUEUE_ENTRY_HEADER_SIZE, IODataQueue } from './IODataQueue.ts';

/** What `peek` shows of an entry. */
export interface IODataQueueEntry {
  /** Bytes that the data stands for. */
  readonly size: number;
  readonly data: unknown;
}

/**
 * A data queue whose consumer is in the kernel too, or in another task that shares the memory.
 *
 * @see IOSharedDataQueue in XNU
 * @example
 * const queue = IOSharedDataQueue.withEntries(2, 4);
 * yield* queue.enqueue('sample', 4);
 * yield* queue.dequeue(null, null); // true
 * yield* queue.dequeue(null, null); // false
 */
export class IOSharedDataQueue extends IODataQueue {
  /**
   * Makes an empty queue.
   *
   * @param size bytes; every entry takes up 4 more than its data
   * @returns the queue; in XNU NULL if there is no memory, which never happens here
   * @see IOSharedDataQueue::withCapacity in XNU
   * @example
   * const queue = IOSharedDataQueue.withCapacity(16);
   * yield* queue.enqueue('nine bytes', 9); // true
   * yield* queue.enqueue('nothing', 0); // false
   */
  static override withCapacity(size: number): IOSharedDataQueue {
    return new IOSharedDataQueue(size);
  }

  /**
   * Makes an empty queue with room for entries of one size.
   *
   * @param numEntries how many entries; it holds one less once it has wrapped around
   * @param entrySize bytes of data of each
   * @returns the queue; in XNU NULL if there is no memory, which never happens here
   * @see IOSharedDataQueue::withEntries in XNU
   * @example
   * const queue = IOSharedDataQueue.withEntries(2, 4);
   * yield* queue.enqueue('first', 4); // true
   * yield* queue.enqueue('second', 4); // true
   * yield* queue.dequeue(null, null); // true
   * yield* queue.enqueue('third', 4); // false
   */
  static override withEntries(numEntries: number, entrySize: number): IOSharedDataQueue {
    return new IOSharedDataQueue(numEntries * (entrySize + DATA_QUEUE_ENTRY_HEADER_SIZE));
  }

  /**
   * Looks at the first entry and leaves it there. For the consumer.
   *
   * @returns its size in bytes and its data; null if the queue is empty
   * @see IOSharedDataQueue::peek in XNU
   * @example
   * const queue = IOSharedDataQueue.withEntries(2, 4);
   * yield* queue.peek(); // null
   * yield* queue.enqueue('sample', 4);
   * yield* queue.peek(); // { size: 4, data: 'sample' }
   */
  *peek(): Op<IODataQueueEntry | null> {
    const head = yield* this.head.get();
    if (head === (yield* this.tail.get())) return null;
    const offset = yield* this.entryAt(head);
    const size = (yield* this.bytes[offset].get()) as number;
    return { size, data: yield* this.dataAt(offset, size) };
  }

  /**
   * Takes the first entry. For one consumer: two at once need a lock of their own.
   *
   * @param data where to put it; null drops it
   * @param dataSize holds how many bytes there is room for, and then how many the entry has; null only with null data
   * @returns false if the queue is empty, or there is no room for the entry, which then stays
   * @see IOSharedDataQueue::dequeue in XNU
   * @example
   * const queue = IOSharedDataQueue.withEntries(2, 4);
   * const data = cell<unknown>(null);
   * const size = cell(8);
   * yield* queue.enqueue('sample', 4);
   * yield* queue.dequeue(data, size); // true
   * yield* data.get(); // 'sample'
   * yield* size.get(); // 4
   */
  *dequeue(data: Cell<unknown> | null, dataSize: Cell<number> | null): Op<boolean> {
    if (data && !dataSize) return false;
    const head = yield* this.head.get();
    if (head === (yield* this.tail.get())) return false;
    const offset = yield* this.entryAt(head);
    const size = (yield* this.bytes[offset].get()) as number;
    if (data && dataSize) {
      if (size > (yield* dataSize.get())) return false;
      yield* data.set(yield* this.dataAt(offset, size));
      yield* dataSize.set(size);
    }
    yield* this.head.set(offset + size + DATA_QUEUE_ENTRY_HEADER_SIZE);
    return true;
  }

  /** The offset of the first entry: at the beginning, if it would not fit where the head is. */
  private *entryAt(head: number): Op<number> {
    const data = head + DATA_QUEUE_ENTRY_HEADER_SIZE;
    if (data > this.bytes.length) return 0;
    const size = (yield* this.bytes[head].get()) as number;
    return data + size > this.bytes.length ? 0 : head;
  }

  private *dataAt(offset: number, size: number): Op<unknown> {
    return size > 0 ? yield* this.bytes[offset + DATA_QUEUE_ENTRY_HEADER_SIZE].get() : undefined;
  }
}
