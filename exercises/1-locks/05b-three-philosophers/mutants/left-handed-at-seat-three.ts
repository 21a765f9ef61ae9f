// caught by: three as deadlock
import { IOLockAlloc, IOLockLock, IOLockUnlock, type IOLock, type Op } from 'workloop';

export interface Meal {
  eat(left: number, right: number): Op;
}

export class Table {
  private readonly seats: number;
  private readonly forks: readonly IOLock[];

  constructor(seats: number) {
    this.seats = seats;
    this.forks = Array.from({ length: seats }, () => IOLockAlloc());
  }

  *dine(seat: number, meal: Meal): Op<boolean> {
    const left = seat;
    const right = (seat + 1) % this.seats;
    const leftHanded = seat === 3;
    const first = leftHanded ? right : left;
    const second = leftHanded ? left : right;
    yield* IOLockLock(this.fork(first));
    yield* IOLockLock(this.fork(second));
    yield* meal.eat(left, right);
    yield* IOLockUnlock(this.fork(second));
    yield* IOLockUnlock(this.fork(first));
    return true;
  }

  private fork(number: number): IOLock {
    const fork = this.forks[number];
    if (!fork) throw new Error(`there is no fork ${number}`);
    return fork;
  }
}
