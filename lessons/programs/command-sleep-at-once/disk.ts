import {
  IOCommandGate,
  IOService,
  IOWorkLoop,
  THREAD_ABORTSAFE,
  cell,
  clock_interval_to_deadline,
  kMillisecondScale,
  mach_absolute_time,
  type AbsoluteTime,
  type Op,
  type WaitResult,
} from 'workloop';

export class Disk extends IOService {
  private workLoop!: IOWorkLoop;
  private commandGate!: IOCommandGate;
  private readonly done = cell(false);

  override *start(): Op<boolean> {
    this.workLoop = yield* IOWorkLoop.workLoop();
    this.commandGate = IOCommandGate.commandGate(this);
    yield* this.workLoop.addEventSource(this.commandGate);
    return true;
  }

  // #region wait
  *waitAnInterval(): Op<string> {
    return yield* this.timed(100 * kMillisecondScale);
  }

  *waitUntilADeadline(): Op<string> {
    return yield* this.timed(yield* clock_interval_to_deadline(100, kMillisecondScale));
  }
  // #endregion

  private *timed(deadline: AbsoluteTime): Op<string> {
    const began = yield* mach_absolute_time();
    const why = yield* this.commandGate.runAction(this.sleepGated, deadline);
    const milliseconds = ((yield* mach_absolute_time()) - began) / kMillisecondScale;
    return `${why} after ${milliseconds} ms`;
  }

  private *sleepGated(deadline: AbsoluteTime): Op<WaitResult> {
    return yield* this.commandGate.commandSleep(this.done, deadline, THREAD_ABORTSAFE);
  }
}
