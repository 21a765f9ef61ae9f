import { IOLockAlloc, IOLockLock, IOLockUnlock, cell, type Op } from 'workloop';

export class Battery {
  readonly lock = IOLockAlloc();
  readonly charge = cell(80);
  readonly manager: Manager;

  constructor(manager: Manager) {
    this.manager = manager;
  }

  // #region changed
  *changed(charge: number): Op {
    yield* IOLockLock(this.lock);
    yield* this.charge.set(charge);
    yield* this.manager.batteryChanged();
    yield* IOLockUnlock(this.lock);
  }
  // #endregion

  *read(): Op<number> {
    yield* IOLockLock(this.lock);
    const charge = yield* this.charge.get();
    yield* IOLockUnlock(this.lock);
    return charge;
  }
}
// en: In another file, by another author.
// zh: 在另一个文件里，是另一个人写的。
export class Manager {
  readonly lock = IOLockAlloc();
  readonly changes = cell(0);

  *batteryChanged(): Op {
    yield* IOLockLock(this.lock);
    yield* this.changes.set((yield* this.changes.get()) + 1);
    yield* IOLockUnlock(this.lock);
  }

  *report(battery: Battery): Op<number> {
    yield* IOLockLock(this.lock);
    const charge = yield* battery.read();
    yield* IOLockUnlock(this.lock);
    return charge;
  }
}
