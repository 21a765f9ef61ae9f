// caught by: somebody-looks as data-race
import { IOLockAlloc, IOLockLock, IOLockUnlock, IOService, cell, type Op } from 'workloop';

export class Battery extends IOService {
  private readonly lock = IOLockAlloc();
  private readonly charge = cell(900);
  private readonly capacity = cell(1000);

  *replace(charge: number, capacity: number): Op<boolean> {
    yield* IOLockLock(this.lock);
    yield* this.charge.set(charge);
    yield* this.capacity.set(capacity);
    const low = (yield* this.percentLocked()) < 10;
    yield* IOLockUnlock(this.lock);
    return low;
  }

  *percent(): Op<number> {
    return yield* this.percentLocked();
  }

  private *percentLocked(): Op<number> {
    return (100 * (yield* this.charge.get())) / (yield* this.capacity.get());
  }
}
