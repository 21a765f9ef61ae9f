// caught by: one-thread as property
import { IOLockAlloc, IOLockLock, IOLockUnlock, IOService, cell, type Op } from 'workloop';

export class Battery extends IOService {
  private readonly lock = IOLockAlloc();
  private readonly charge = cell(900);
  private readonly capacity = cell(1000);

  *replace(charge: number, capacity: number): Op<boolean> {
    yield* IOLockLock(this.lock);
    yield* this.charge.set(charge);
    const low = (yield* this.percentLocked()) < 10;
    yield* this.capacity.set(capacity);
    yield* IOLockUnlock(this.lock);
    return low;
  }

  *percent(): Op<number> {
    yield* IOLockLock(this.lock);
    const percent = yield* this.percentLocked();
    yield* IOLockUnlock(this.lock);
    return percent;
  }

  private *percentLocked(): Op<number> {
    return (100 * (yield* this.charge.get())) / (yield* this.capacity.get());
  }
}
