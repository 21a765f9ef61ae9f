// caught by: three as data-race
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
    yield* IOLockLock(this.fork(left));
    yield* IOLockUnlock(this.fork(left));
    yield* IOLockLock(this.fork(right));
    yield* meal.eat(left, right);
    yield* IOLockUnlock(this.fork(right));
    return true;
  }

  private fork(number: number): IOLock {
    const fork = this.forks[number];
    if (!fork) throw new Error(`there is no fork ${number}`);
    return fork;
  }
}
