import {
  IOLockAlloc,
  IOLockLock,
  IOLockSleep,
  IOLockUnlock,
  IOLockWakeup,
  THREAD_UNINT,
  cell,
  type Op,
} from 'workloop';
// en: What a philosopher does while he has both forks: he uses them. (Two who use one fork at once are a data race.)
// zh: 哲学家拿到两把叉子之后做的事：用它们。（两个人同时用一把叉子，就是数据竞争。）
export class Meal {
  readonly forks = [cell(0), cell(0), cell(0), cell(0)];

  *eat(left: number, right: number): Op {
    yield* this.use(left);
    yield* this.use(right);
  }

  protected *use(fork: number): Op {
    const used = this.forks[fork];
    if (!used) throw new Error(`there is no fork ${fork}`);
    yield* used.set((yield* used.get()) + 1);
  }
}
// en: A meal for two: nobody finishes before both are eating. (How this waits is the next lesson.)
// zh: 两个人的一餐：两个都吃上了，谁才能吃完。（这里怎么等，下一课讲。）
export class MealForTwo extends Meal {
  private readonly lock = IOLockAlloc();
  private readonly eating = cell(0);

  override *eat(left: number, right: number): Op {
    yield* super.eat(left, right);
    yield* IOLockLock(this.lock);
    yield* this.eating.set((yield* this.eating.get()) + 1);
    while ((yield* this.eating.get()) < 2) yield* IOLockSleep(this.lock, this.eating, THREAD_UNINT);
    yield* IOLockWakeup(this.lock, this.eating, false);
    yield* IOLockUnlock(this.lock);
  }
}
