import { ask, type Op } from '../effects/index.ts';

/** A moment on the machine's clock, in ticks of mach_absolute_time; one tick is 1 ns here. */
export type AbsoluteTime = number;

/** Nanoseconds in a nanosecond, for `clock_interval_to_deadline`. */
export const kNanosecondScale = 1;
/** Nanoseconds in a microsecond. */
export const kMicrosecondScale = 1_000;
/** Nanoseconds in a millisecond. */
export const kMillisecondScale = 1_000_000;
/** Nanoseconds in a second. */
export const kSecondScale = 1_000_000_000;
/** Nanoseconds in a tick of the scheduler, 1/100 s. */
export const kTickScale = 10_000_000;

/**
 * Reads the machine's clock. It is virtual, and stands at the last deadline that has passed.
 *
 * @returns ticks (ns) since boot
 * @see mach_absolute_time in XNU
 * @example
 * const done = semaphore_create(0);
 * const start = yield* mach_absolute_time();
 * yield* semaphore_timedwait(done, 5); // KERN_OPERATION_TIMED_OUT
 * (yield* mach_absolute_time()) - start; // 5
 */
export const mach_absolute_time = (): Op<AbsoluteTime> => ask({ type: 'now' });

/**
 * The moment that lies an interval from now: what a sleep takes as its deadline.
 *
 * @param interval how many units
 * @param scale how long a unit is, in ns: `kSecondScale`, `kMillisecondScale`, …; kNanosecondScale if left out
 * @returns the deadline, in ticks (ns) since boot
 * @see clock_interval_to_deadline in XNU, which stores the result through its third argument
 * @example
 * const now = yield* mach_absolute_time();
 * const until = yield* clock_interval_to_deadline(2, kSecondScale);
 * until - now; // 2_000_000_000
 */
export const clock_interval_to_deadline = (
  interval: number,
  scale: number = kNanosecondScale,
): Op<AbsoluteTime> => ask({ type: 'intervalToDeadline', interval: interval * scale });
