// caught by: opposite as waits-forever
import { IOLockAlloc, IOLockLock, IOLockUnlock, type Op } from 'workloop';

export interface Meal {
  eat(left: number, right: number): Op;
}

export class Table {
  private readonly table = IOLockAlloc();
  private readonly seats: number;

  constructor(seats: number) {
    this.seats = seats;
  }

  *dine(seat: number, meal: Meal): Op<boolean> {
    const left = seat;
    const right = (seat + 1) % this.seats;
    yield* IOLockLock(this.table);
    yield* meal.eat(left, right);
    yield* IOLockUnlock(this.table);
    return true;
  }
}
