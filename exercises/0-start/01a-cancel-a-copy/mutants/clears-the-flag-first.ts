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
    yield* this.canceled.set(false);
    for (let file = 1; file <= files; file++) {
      if (!(yield* this.copyFile(file, blocks))) return kIOReturnAborted;
    }
    return kIOReturnSuccess;
  }

  private *copyFile(file: number, blocks: number): Op<boolean> {
    for (let block = 1; block <= blocks; block++) {
      if (yield* this.canceled.get()) return false;
      yield* this.disk.write(10 * file + block);
    }
    return true;
  }

  *cancel(): Op {
    yield* this.canceled.set(true);
  }
}
