// caught by: one-thread as property
import {
  IORecursiveLockAlloc,
  IORecursiveLockLock,
  IORecursiveLockUnlock,
  IOService,
  cell,
  type Op,
} from 'workloop';

export class Battery extends IOService {
  private readonly lock = IORecursiveLockAlloc();
  private readonly charge = cell(900);
  private readonly capacity = cell(1000);

  *replace(charge: number, capacity: number): Op<boolean> {
    yield* IORecursiveLockLock(this.lock);
    yield* this.charge.set(charge);
    const low = (yield* this.percent()) < 10;
    yield* this.capacity.set(capacity);
    yield* IORecursiveLockUnlock(this.lock);
    return low;
  }

  *percent(): Op<number> {
    yield* IORecursiveLockLock(this.lock);
    const percent = (100 * (yield* this.charge.get())) / (yield* this.capacity.get());
    yield* IORecursiveLockUnlock(this.lock);
    return percent;
  }
}
