import {
  IOLockAlloc,
  IOLockLock,
  IOLockSleepDeadline,
  IOLockUnlock,
  IOLockWakeup,
  OSObject,
  THREAD_UNINT,
  clock_interval_to_deadline,
  kMillisecondScale,
  mach_absolute_time,
  type Event,
  type IOReturn,
  type Op,
} from 'workloop';

export interface Command {
  wait(): Op<IOReturn>;
}
// en: What the scenarios measure with.
// zh: 各个场景用它来计时。
export class Clock extends OSObject {
  private readonly lock = IOLockAlloc();
  // en: Lets some time pass.
  // zh: 让时间过去一会儿。
  *pass(milliseconds: number): Op {
    const until = yield* clock_interval_to_deadline(milliseconds, kMillisecondScale);
    yield* IOLockLock(this.lock);
    yield* IOLockSleepDeadline(this.lock, this, until, THREAD_UNINT);
    yield* IOLockUnlock(this.lock);
  }
  // en: Calls wait(); returns what it returns, and after how many milliseconds.
  // zh: 调用 wait()，给出它的返回值，以及用了多少毫秒。
  *timed(command: Command): Op<readonly [IOReturn, number]> {
    const began = yield* mach_absolute_time();
    const result = yield* command.wait();
    return [result, ((yield* mach_absolute_time()) - began) / kMillisecondScale];
  }
  // en: Wakes an event with nothing to tell.
  // zh: 唤醒一个事件，却没有什么可说的。
  *poke(event: Event): Op {
    yield* IOLockWakeup(this.lock, event, false);
  }
}
