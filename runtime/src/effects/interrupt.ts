import type { Handle, ValueId } from './value.ts';

/** IOService::registerInterrupt: the line starts masked. Answer: an IOReturn. */
export interface RegisterInterrupt {
  readonly type: 'registerInterrupt';
  readonly provider: Handle;
  readonly index: number;
  /** Procedure value, run at interrupt level with no arguments. */
  readonly handler: ValueId;
}

/** unregister; enable = unmask; disable = mask and, from a thread, wait until a handler in flight has returned. Answer: an IOReturn. */
export interface InterruptControl {
  readonly type: 'unregisterInterrupt' | 'enableInterrupt' | 'disableInterrupt';
  readonly provider: Handle;
  readonly index: number;
}

/** IOService::getInterruptType. Answer: 0 edge, 1 level, or -1 if the provider has no such line. */
export interface InterruptType {
  readonly type: 'interruptType';
  readonly provider: Handle;
  readonly index: number;
}

export type InterruptEffect = RegisterInterrupt | InterruptControl | InterruptType;
