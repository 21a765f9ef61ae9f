import {
  HandleValue,
  type Effect,
  type Generation,
  type Handle,
  type Value,
  type Values,
} from '../../effects/index.ts';
import type { Scripts, Script } from './scripts.ts';

/** THREAD_UNINT, THREAD_INTERRUPTIBLE, THREAD_ABORTSAFE. */
export const [UNINT, INTERRUPTIBLE, ABORTSAFE] = [0, 1, 2];

interface WaitOptions {
  readonly interruptible?: number;
  readonly deadline?: number;
}

/** Writes the effects of tests. Events are handles; 0 is NO_EVENT. */
export class Asks {
  readonly #values: Values;
  readonly #scripts: Scripts;

  constructor(values: Values, scripts: Scripts) {
    this.#values = values;
    this.#scripts = scripts;
  }

  readonly value = (value: Value): number => this.#values.intern(value);
  readonly handle = (handle: Handle): number => this.value(handle === 0 ? null : new HandleValue(handle));

  readonly load = (cell: Handle): Effect => ({ type: 'load', cell });
  readonly store = (cell: Handle, value: Value): Effect => ({
    type: 'store',
    cell,
    value: this.value(value),
  });
  readonly update = (
    cell: Handle,
    how: 'add' | 'or' | 'and' | 'xor' | 'exchange',
    operand: Value,
  ): Effect => ({
    type: 'update',
    cell,
    how,
    operand: this.value(operand),
  });
  readonly compareAndSwap = (cell: Handle, expected: Value, value: Value): Effect => ({
    type: 'compareAndSwap',
    cell,
    expected: this.value(expected),
    value: this.value(value),
  });

  readonly lock = (mutex: Handle): Effect => ({ type: 'lock', mutex });
  readonly tryLock = (mutex: Handle): Effect => ({ type: 'tryLock', mutex });
  readonly unlock = (mutex: Handle): Effect => ({ type: 'unlock', mutex });
  readonly holds = (mutex: Handle): Effect => ({ type: 'holds', mutex });
  readonly destroy = (mutex: Handle): Effect => ({ type: 'destroyMutex', mutex });
  readonly sleep = (mutex: Handle, event: Handle, options: WaitOptions = {}): Effect => ({
    type: 'sleep',
    mutex,
    event: this.handle(event),
    interruptible: UNINT,
    deadline: 0,
    ...options,
  });

  readonly assertWait = (event: Handle, options: WaitOptions = {}): Effect => ({
    type: 'assertWait',
    event: this.handle(event),
    interruptible: UNINT,
    deadline: 0,
    ...options,
  });
  readonly assertWaitUnless = (cell: Handle): Effect => ({ type: 'assertWaitUnless', cell });
  readonly block = (continuation?: Script): Effect => ({
    type: 'block',
    continuation: continuation ? this.#scripts.procedure(continuation) : this.value(undefined),
    arguments: this.value([]),
  });
  readonly wakeup = (event: Handle, oneThread = false, result = 0): Effect => ({
    type: 'wakeup',
    event: this.handle(event),
    oneThread,
    result,
  });
  readonly storeAndWakeup = (cell: Handle, value: Value, event: Handle, thread: Value): Effect => ({
    type: 'storeAndWakeup',
    cell,
    value: this.value(value),
    event: this.handle(event),
    thread: this.value(thread),
  });

  readonly currentThread: Effect = { type: 'currentThread' };
  readonly startThread = (body: Script, label = 'worker'): Effect => ({
    type: 'startThread',
    body: this.#scripts.procedure(body),
    arguments: this.value([]),
    label,
  });
  readonly terminate = (thread: Handle): Effect => ({ type: 'terminateThread', thread });
  readonly abort = (thread: Handle): Effect => ({ type: 'abortThread', thread });

  readonly retain = (object: Handle): Effect => ({ type: 'retain', object });
  readonly release = (object: Handle): Effect => ({ type: 'release', object });
  readonly freed = (object: Handle): Effect => ({ type: 'freed', object });

  readonly now: Effect = { type: 'now' };
  readonly intervalToDeadline = (interval: number): Effect => ({ type: 'intervalToDeadline', interval });

  readonly deadlineIn = (interval: number): Effect => ({ type: 'deadlineIn', interval });
  readonly deadlineAt = (deadline: number): Effect => ({ type: 'deadlineAt', deadline });
  readonly enter = (callout: Handle, body: Script): Effect => ({
    type: 'enterCallout',
    callout,
    procedure: this.#scripts.procedure(body),
    arguments: this.value([]),
  });
  readonly callout = (
    type:
      | 'rememberDeadline'
      | 'forgetDeadline'
      | 'recallDeadline'
      | 'cancelCallout'
      | 'waitForCallout'
      | 'freeCallout',
    callout: Handle,
  ): Effect => ({ type, callout });

  readonly generation = (callout: Handle, does: Generation['does']): Effect => ({
    type: 'generation',
    callout,
    does,
  });

  readonly lockSpin = (spinLock: Handle, disablesInterrupts = false): Effect => ({
    type: 'lockSpin',
    spinLock,
    disablesInterrupts,
  });
  readonly tryLockSpin = (spinLock: Handle): Effect => ({ type: 'tryLockSpin', spinLock });
  readonly unlockSpin = (spinLock: Handle, interrupts?: boolean): Effect => ({
    type: 'unlockSpin',
    spinLock,
    interrupts: this.value(interrupts),
  });
  readonly destroySpin = (spinLock: Handle): Effect => ({ type: 'destroySpin', spinLock });
  readonly atInterruptLevel: Effect = { type: 'atInterruptLevel' };

  readonly register = (provider: Handle, handler: Script, index = 0): Effect => ({
    type: 'registerInterrupt',
    provider,
    index,
    handler: this.#scripts.procedure(handler),
  });
  readonly line = (
    type: 'unregisterInterrupt' | 'enableInterrupt' | 'disableInterrupt' | 'interruptType',
    provider: Handle,
    index = 0,
  ): Effect => ({ type, provider, index });
  readonly device = (device: Handle, operation: string, ...args: Value[]): Effect => ({
    type: 'device',
    device,
    operation,
    arguments: this.value(args),
  });
  readonly panic = (message: string): Effect => ({ type: 'panic', message });
}
