import type { Handle, ValueId } from './value.ts';

/** OSObject::retain. Answer: undefined. */
export interface Retain {
  readonly type: 'retain';
  readonly object: Handle;
}

/** OSObject::release. Answer: true if this was the last one; the caller then runs free() and emits `freed`. */
export interface Release {
  readonly type: 'release';
  readonly object: Handle;
}

/** The object's memory is gone: any later effect on it panics. Answer: undefined. */
export interface Freed {
  readonly type: 'freed';
  readonly object: Handle;
}

export type ObjectEffect = Retain | Release | Freed;

/** What a guest makes between two effects; it rides on the next effect and is named by (thread, call, how many before). */
export type Creation = Made & {
  /** The field of a class of the library that it is: what a driver may not name. */
  readonly private?: string;
};

type Made =
  | {
      readonly kind: 'cell';
      readonly cell: 'plain' | 'atomic' | 'unsynchronized' | 'list';
      readonly value: ValueId;
    }
  | { readonly kind: 'mutex'; readonly recursive: boolean }
  | { readonly kind: 'spinLock' }
  /** A thread call. `once`: in one thread at a time; `reentrant`: in two; `at interrupt level`: in the timer's interrupt. */
  | { readonly kind: 'callout'; readonly runs: 'once' | 'reentrant' | 'at interrupt level' }
  | { readonly kind: 'object'; readonly class: number; readonly className: string; readonly fields: ValueId }
  | { readonly kind: 'device'; readonly model: string; readonly config: ValueId };
