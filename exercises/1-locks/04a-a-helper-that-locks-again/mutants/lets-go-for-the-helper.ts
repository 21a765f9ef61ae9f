// caught by: somebody-looks as property
import { IOLockAlloc, IOLockLock, IOLockUnlock, IOService, cell, type Op } from 'workloop';

export class Battery extends IOService {
  private readonly lock = IOLockAlloc();
  private readonly charge = cell(900);
  private readonly capacity = cell(1000);

  *replace(charge: number, capacity: number): Op<boolean> {
    yield* IOLockLock(this.lock);
    yield* this.charge.set(charge);
    yield* IOLockUnlock(this.lock);
    yield* IOLockLock(this.lock);
    yield* this.capacity.set(capacity);
    yield* IOLockUnlock(this.lock);
    const low = (yield* this.percent()) < 10;
    return low;
  }

  *percent(): Op<number> {
    yield* IOLockLock(this.lock);
    const percent = (100 * (yield* this.charge.get())) / (yield* this.capacity.get());
    yield* IOLockUnlock(this.lock);
    return percent;
  }
}
