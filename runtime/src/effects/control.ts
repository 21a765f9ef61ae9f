import type { ValueId } from './value.ts';

/** Kernel code calls panic(): the run ends. XNU's own message is quoted as it is. */
export interface Panic {
  readonly type: 'panic';
  readonly message: string;
}

/** The call is over. Never sent by a program: the guest says it when the outermost generator returns. */
export interface Return {
  readonly type: 'return';
  readonly value: ValueId;
}

/** An exception left the outermost generator: a panic of the program. */
export interface Throw {
  readonly type: 'throw';
  readonly name: string;
  readonly message: string;
}

/** The program broke a rule of the model; the code names the sentence. Ends the run, is never the kernel's fault. */
export interface Violation {
  readonly type: 'violation';
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;
}

export type ControlEffect = Panic | Return | Throw | Violation;
