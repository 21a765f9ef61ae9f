// caught by: canceled as property
import { atomic, kIOReturnAborted, kIOReturnSuccess, type IOReturn, type Op } from 'workloop';

interface Disk {
  // en: Sends one block and returns when it is on the disk.
  // zh: 发出一块，等它写到盘上才返回。
  write(block: number): Op;
}

export class Copy {
  private readonly canceled = atomic(false);
  private readonly disk: Disk;

  constructor(disk: Disk) {
    this.disk = disk;
  }

  *run(files: number, blocks: number): Op<IOReturn> {
    const canceled = yield* this.canceled.get();
    for (let file = 1; file <= files; file++) {
      for (let block = 1; block <= blocks; block++) {
        if (canceled) return kIOReturnAborted;
        yield* this.disk.write(10 * file + block);
      }
    }
    return kIOReturnSuccess;
  }

  *cancel(): Op {
    yield* this.canceled.set(true);
  }
}
