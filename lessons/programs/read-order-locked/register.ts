import { IOLockAlloc, IOLockLock, IOLockUnlock, unsynchronized, type Op } from 'workloop';

export class Register {
  private readonly lock = IOLockAlloc();
  readonly value = unsynchronized(0x11);

  *write(value: number): Op {
    yield* IOLockLock(this.lock);
    yield* this.value.set(value);
    yield* IOLockUnlock(this.lock);
  }

  *read(): Op<number> {
    yield* IOLockLock(this.lock);
    const value = yield* this.value.get();
    yield* IOLockUnlock(this.lock);
    return value;
  }
}
