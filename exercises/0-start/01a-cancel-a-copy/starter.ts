import { atomic, kIOReturnAborted, kIOReturnSuccess, type IOReturn, type Op } from 'workloop';

interface Disk {
  // en: Sends one block and returns when it is on the disk.
  // zh: 发出一块，等它写到盘上才返回。
  write(block: number): Op;
}
// en: One copy of a number of files, each of so many blocks. It runs once.
// zh: 一次复制：若干个文件，每个文件若干块。只运行一次。
export class Copy {
  private readonly canceled = atomic(false);
  private readonly disk: Disk;

  constructor(disk: Disk) {
    this.disk = disk;
  }

  *run(files: number, blocks: number): Op<IOReturn> {
    for (let file = 1; file <= files; file++) {
      if (yield* this.canceled.get()) return kIOReturnAborted;
      yield* this.copyFile(file, blocks);
    }
    return kIOReturnSuccess;
  }

  private *copyFile(file: number, blocks: number): Op {
    for (let block = 1; block <= blocks; block++) yield* this.disk.write(10 * file + block);
  }

  *cancel(): Op {
    yield* this.canceled.set(true);
  }
}
