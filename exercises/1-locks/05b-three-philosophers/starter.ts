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
  // en: Seat n has fork n on its left and fork n + 1 on its right; the last seat's right fork is fork 0.
  // zh: n 号座位左手边是 n 号叉子，右手边是 n + 1 号；最后一个座位的右手边是 0 号。
  *dine(seat: number, meal: Meal): Op<boolean> {
    const left = seat;
    const right = (seat + 1) % this.seats;
    yield* IOLockLock(this.fork(left));
    yield* IOLockLock(this.fork(right));
    yield* meal.eat(left, right);
    yield* IOLockUnlock(this.fork(right));
    yield* IOLockUnlock(this.fork(left));
    return true;
  }

  private fork(number: number): IOLock {
    const fork = this.forks[number];
    if (!fork) throw new Error(`there is no fork ${number}`);
    return fork;
  }
}
