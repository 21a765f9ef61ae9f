/** A kernel record's number: a cell, mutex, object, device, thread. Names decide it, so it is the same under every schedule. */
export type Handle = number & { readonly __handle?: never };

/** An interned value's number (see `Values`). 0 is never a value. */
export type ValueId = number & { readonly __value?: never };

/** What may cross between guest and kernel, as the kernel sees it once decoded. */
export type Value =
  | undefined
  | null
  | boolean
  | number
  | bigint
  | string
  | HandleValue
  | ProcedureValue
  | KnownValue
  | readonly Value[]
  | { readonly [key: string]: Value };

/** A handle as a value. */
export class HandleValue {
  readonly handle: Handle;

  constructor(handle: Handle) {
    this.handle = handle;
  }
}

/** What setup left frozen in the realm and is no kernel record: a class, a helper's instance. The realm knows it by its number. */
export class KnownValue {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

/** A function as a value: (object, method), or a closure named by its place and what it captures. */
export class ProcedureValue {
  /** The implementing function's number in the realm. */
  readonly implementation: number;
  /** `this`, or what the closure captured. */
  readonly self: Value;
  /** For messages: `Disk.readGated`. */
  readonly label: string;

  constructor(implementation: number, self: Value, label: string) {
    this.implementation = implementation;
    this.self = self;
    this.label = label;
  }
}
