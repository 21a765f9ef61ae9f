import { IOLockAlloc, IOLockLock, IOLockUnlock, unsynchronized, type Op } from 'workloop';

export class Station {
  private readonly scanner = IOLockAlloc();
  private readonly modem = IOLockAlloc();
  readonly pages = unsynchronized(0);
  // en: Scans a page first, then borrows the modem's memory to copy it.
  // zh: 先扫描一页，再借用调制解调器的内存来复印。
  *copy(): Op<void> {
    yield* IOLockLock(this.scanner);
    yield* IOLockLock(this.modem);
    yield* IOLockUnlock(this.modem);
    yield* IOLockUnlock(this.scanner);
    yield* this.count();
  }
  // en: Dials first, then scans the page to send.
  // zh: 先拨号，再扫描要发的那一页。
  *fax(): Op<void> {
    yield* IOLockLock(this.modem);
    yield* IOLockLock(this.scanner);
    yield* IOLockUnlock(this.scanner);
    yield* IOLockUnlock(this.modem);
    yield* this.count();
  }

  private *count(): Op<void> {
    const before = yield* this.pages.get();
    yield* this.pages.set(before + 1);
  }
}
