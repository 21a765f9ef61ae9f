import {
  IOSimpleLockAlloc,
  IOSimpleLockLock,
  IOSimpleLockLockDisableInterrupt,
  IOSimpleLockUnlock,
  IOSimpleLockUnlockEnableInterrupt,
  OSObject,
  cell,
  type Op,
} from 'workloop';

export interface Counts {
  collect(): Op<readonly [blocks: number, bytes: number]>;
}
// en: A report that another device's handler writes to, too. While it collects, interrupts are disabled.
// zh: 另一个设备的中断处理程序也会往里写的一份报告。取数的时候，中断是关着的。
export class Report extends OSObject {
  private readonly lock = IOSimpleLockAlloc();
  readonly lines = cell(0);

  *add(disk: Counts): Op<readonly [blocks: number, bytes: number]> {
    const interrupts = yield* IOSimpleLockLockDisableInterrupt(this.lock);
    const counts = yield* disk.collect();
    yield* this.lines.set((yield* this.lines.get()) + 1);
    yield* IOSimpleLockUnlockEnableInterrupt(this.lock, interrupts);
    return counts;
  }

  *otherHandler(): Op {
    yield* IOSimpleLockLock(this.lock);
    yield* this.lines.set((yield* this.lines.get()) + 1);
    yield* IOSimpleLockUnlock(this.lock);
  }
}
