import { generationSteps } from './callout.ts';
import type { Effect, EffectType } from './effect.ts';
import type { Creation } from './object.ts';

/**
 * What a field of a record may be. `handle`: a kernel record. `value`: anything that may cross. `array`, `procedure`: a value of
 * that kind; `optionalProcedure`: or undefined. A list: one of these strings.
 */
export type Field =
  | 'handle'
  | 'value'
  | 'array'
  | 'procedure'
  | 'optionalProcedure'
  | 'number'
  | 'string'
  | 'boolean'
  | 'data'
  | readonly string[];

type Fields = Readonly<Record<string, Field>>;

const control = { provider: 'handle', index: 'number' } as const;

/** Every effect that a guest may send, and what its fields are: also the table that effects are checked against. */
export const effectShapes: { readonly [Type in Exclude<EffectType, 'return' | 'throw'>]: FieldsOf<Type> } = {
  load: { cell: 'handle' },
  store: { cell: 'handle', value: 'value' },
  update: { cell: 'handle', how: ['add', 'or', 'and', 'xor', 'exchange'], operand: 'value' },
  compareAndSwap: { cell: 'handle', expected: 'value', value: 'value' },
  fence: {},
  lock: { mutex: 'handle' },
  tryLock: { mutex: 'handle' },
  unlock: { mutex: 'handle' },
  holds: { mutex: 'handle' },
  destroyMutex: { mutex: 'handle' },
  lockSpin: { spinLock: 'handle', disablesInterrupts: 'boolean' },
  tryLockSpin: { spinLock: 'handle' },
  unlockSpin: { spinLock: 'handle', interrupts: 'value' },
  destroySpin: { spinLock: 'handle' },
  atInterruptLevel: {},
  sleep: { mutex: 'handle', event: 'value', interruptible: 'number', deadline: 'number' },
  assertWait: { event: 'value', interruptible: 'number', deadline: 'number' },
  assertWaitUnless: { cell: 'handle' },
  block: { continuation: 'optionalProcedure', arguments: 'array' },
  wakeup: { event: 'value', oneThread: 'boolean', result: 'number' },
  storeAndWakeup: { cell: 'handle', value: 'value', event: 'value', thread: 'value' },
  currentThread: {},
  startThread: { body: 'procedure', arguments: 'array', label: 'string' },
  terminateThread: { thread: 'handle' },
  abortThread: { thread: 'handle' },
  retain: { object: 'handle' },
  release: { object: 'handle' },
  freed: { object: 'handle' },
  now: {},
  intervalToDeadline: { interval: 'number' },
  deadlineIn: { interval: 'number' },
  deadlineAt: { deadline: 'number' },
  rememberDeadline: { callout: 'handle' },
  forgetDeadline: { callout: 'handle' },
  recallDeadline: { callout: 'handle' },
  enterCallout: { callout: 'handle', procedure: 'procedure', arguments: 'array' },
  generation: { callout: 'handle', does: generationSteps },
  cancelCallout: { callout: 'handle' },
  waitForCallout: { callout: 'handle' },
  freeCallout: { callout: 'handle' },
  registerInterrupt: { ...control, handler: 'procedure' },
  unregisterInterrupt: control,
  enableInterrupt: control,
  disableInterrupt: control,
  interruptType: control,
  device: { device: 'handle', operation: 'string', arguments: 'array' },
  panic: { message: 'string' },
  violation: { code: 'string', data: 'data' },
};

/** What a guest may make. An object's class and fields are read from the object itself. */
export const creationShapes: Readonly<Record<Creation['kind'], Fields>> = {
  cell: { cell: ['plain', 'atomic', 'unsynchronized', 'list'], value: 'value' },
  mutex: { recursive: 'boolean' },
  spinLock: {},
  callout: { runs: ['once', 'reentrant', 'at interrupt level'] },
  object: {},
  device: { model: 'string', config: 'value' },
};

type FieldsOf<Type extends EffectType> = {
  readonly [Key in Exclude<keyof Extract<Effect, { readonly type: Type }>, 'type'>]: Field;
};
