import { IOLockAlloc, IOLockLock, IOLockUnlock, IOService, cell, type Op } from 'workloop';

export class Battery extends IOService {
  private readonly lock = IOLockAlloc();
  private readonly charge = cell(900);
  private readonly capacity = cell(1000);
  // en: Another battery is put in. Answers whether it is low: below 10 percent.
  // zh: 换上另一块电池。回答它是不是快没电了：低于百分之十。
  *replace(charge: number, capacity: number): Op<boolean> {
    yield* IOLockLock(this.lock);
    yield* this.charge.set(charge);
    const low = (yield* this.percent()) < 10;
    yield* this.capacity.set(capacity);
    yield* IOLockUnlock(this.lock);
    return low;
  }

  *percent(): Op<number> {
    yield* IOLockLock(this.lock);
    const percent = (100 * (yield* this.charge.get())) / (yield* this.capacity.get());
    yield* IOLockUnlock(this.lock);
    return percent;
  }
}
