import type { Op } from '../effects/index.ts';
import { unsynchronized } from './cell.ts';
import { mach_absolute_time, type AbsoluteTime } from './clock.ts';
import { log } from './log.ts';
import { panic } from './panic.ts';

/** How long a work loop's gate may be held, and since when it is. Every gate that closes, at any level, starts the clock again. */
export class MaximumLockTime {
  private readonly interval: AbsoluteTime;
  private readonly panics: boolean;
  private readonly lockTime = unsynchronized(0);

  constructor(interval: AbsoluteTime, panics: boolean) {
    this.interval = interval;
    this.panics = panics;
  }

  /** The gate has been closed. */
  *closed(): Op {
    yield* this.lockTime.set(yield* mach_absolute_time());
  }

  /**
   * The gate is about to be opened.
   *
   * @see IOWorkLoop::lockTime in XNU
   */
  *opens(): Op {
    const time = (yield* mach_absolute_time()) - (yield* this.lockTime.get());
    if (time <= this.interval) return;
    const report = `IOWorkLoop lock time ${Math.floor(time / 1000)} us`;
    if (this.panics) yield* panic(report);
    else log(report);
  }
}
