import { ask, create, type Op } from '../effects/index.ts';
import type { AbsoluteTime } from './clock.ts';
import type { Method } from './method.ts';

/**
 * Where a thread call runs: in one kernel thread at a time (THREAD_CALL_OPTIONS_ONCE), in two at most, or in the timer's interrupt
 * (THREAD_CALL_OPTIONS_SIGNAL).
 */
export type ThreadCallRuns = 'once' | 'reentrant' | 'at interrupt level';

/** A kernel thread call, and beside it one moment that its owner remembers: the state keeps both as the time that is left. */
export class ThreadCall {
  constructor(runs: ThreadCallRuns) {
    create(this, { type: 'create', kind: 'callout', runs });
  }

  /**
   * Makes a moment that lies an interval from now the caller's.
   *
   * @param interval ns
   * @see clock_interval_to_deadline in XNU
   */
  static deadlineIn(interval: number): Op {
    return ask({ type: 'deadlineIn', interval });
  }

  /** Makes an absolute moment the caller's; 0 is none. */
  static deadlineAt(deadline: AbsoluteTime): Op {
    return ask({ type: 'deadlineAt', deadline });
  }

  /** Remembers the caller's moment. */
  remember(): Op {
    return ask({ type: 'rememberDeadline', callout: this });
  }

  /** Remembers none. */
  forget(): Op {
    return ask({ type: 'forgetDeadline', callout: this });
  }

  /** Makes the remembered moment the caller's. Returns whether there is one. */
  recall(): Op<boolean> {
    return ask({ type: 'recallDeadline', callout: this });
  }

  /**
   * Has a method run at the caller's moment, instead of what is pending.
   *
   * @param self the object whose method it is
   * @param method what runs
   * @param args what the method is given
   * @returns whether something was pending
   * @see thread_call_enter_delayed_with_leeway in XNU
   */
  enterDelayed<Args extends unknown[]>(self: object, method: Method<Args>, ...args: Args): Op<boolean> {
    return ask({ type: 'enterCallout', callout: this, procedure: [self, method], arguments: args });
  }

  /** Loads the number of the timer's settings: the caller counts on from it, enters its shot with it, or compares. */
  loadGeneration(): Op {
    return this.generation('load');
  }

  /** Stores one more than the caller has loaded. */
  incrementGeneration(): Op {
    return this.generation('increment');
  }

  /** Whether what the caller has loaded, or else the shot that it runs, has the timer's number. */
  isCurrent(): Op<boolean> {
    return this.generation('is current');
  }

  /** Stores the number of the shot that the caller runs as what has been signaled. */
  signalGeneration(): Op {
    return this.generation('signal');
  }

  /** Loads what has been signaled. */
  loadSignaled(): Op {
    return this.generation('load signaled');
  }

  /** Stores that nothing has been signaled. */
  clearSignaled(): Op {
    return this.generation('clear signaled');
  }

  private generation<T>(does: string): Op<T> {
    return ask({ type: 'generation', callout: this, does });
  }

  /**
   * Takes back what is pending; what runs goes on.
   *
   * @returns whether something was pending
   * @see thread_call_cancel in XNU
   */
  cancel(): Op<boolean> {
    return ask({ type: 'cancelCallout', callout: this });
  }

  /**
   * Takes back what is pending, and waits until nothing runs.
   *
   * @returns whether something was pending
   *
   * Panics at interrupt level, with interrupts disabled, and inside the call itself.
   * @see thread_call_cancel_wait in XNU
   */
  *cancelWait(): Op<boolean> {
    const pending = yield* this.cancel();
    yield* ask({ type: 'waitForCallout', callout: this });
    return pending;
  }

  /**
   * Frees the call. One that is pending stays.
   *
   * @returns whether it is free
   * @see thread_call_free in XNU
   */
  free(): Op<boolean> {
    return ask({ type: 'freeCallout', callout: this });
  }
}
