// caught by: cancelled as property
import { atomic, kIOReturnAborted, kIOReturnSuccess, type IOReturn, type Op } from 'workloop';

interface Disk {
  // en: Sends one block and returns when it is on the disk.
  // zh: 发出一块，等它写到盘上才返回。
  write(block: number): Op;
}

export class Copy {
  private readonly cancelled = atomic(false);
  private readonly disk: Disk;

  constructor(disk: Disk) {
    this.disk = disk;
  }

  *run(files: number, blocks: number): Op<IOReturn> {
    const cancelled = yield* this.cancelled.get();
    for (let file = 1; file <= files; file++) {
      for (let block = 1; block <= blocks; block++) {
        if (cancelled) return kIOReturnAborted;
        yield* this.disk.write(10 * file + block);
      }
    }
    return kIOReturnSuccess;
  }

  *cancel(): Op {
    yield* this.cancelled.set(true);
  }
}
