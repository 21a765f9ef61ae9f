import { IOLockAlloc, IOLockLock, IOLockUnlock, IOService, atomic, type Op } from 'workloop';

export class Transfer extends IOService {
  private readonly lock = IOLockAlloc();
  private readonly begun = atomic(false);

  // #region begin
  // en: From here on the buffer belongs to this transfer.
  // zh: 从这里起，缓冲区归这次传输。
  *begin(): Op {
    yield* IOLockLock(this.lock);
    yield* this.begun.set(true);
  }
  // en: The transfer is done; called by whoever hears of it.
  // zh: 传输完成了；谁先知道就由谁调用。
  *completed(): Op {
    if (!(yield* this.begun.get())) return;
    yield* IOLockUnlock(this.lock);
  }
  // #endregion
}
