import { ask, create, note, type Op } from '../../effects/index.ts';

export type { Op };

/** The least library: what the tests of the guest are written on. */
export class Cell<T> {
  constructor(value: T) {
    create(this, { type: 'create', kind: 'cell', cell: 'plain', value });
  }

  get(): Op<T> {
    return ask({ type: 'load', cell: this });
  }

  set(value: T): Op {
    return ask({ type: 'store', cell: this, value });
  }
}

export const cell = <T>(value: T): Cell<T> => new Cell(value);

export class Lock {
  constructor() {
    create(this, { type: 'create', kind: 'mutex', recursive: false });
  }

  lock(): Op {
    return ask({ type: 'lock', mutex: this });
  }

  unlock(): Op {
    return ask({ type: 'unlock', mutex: this });
  }
}

export class Thing {
  constructor() {
    create(this, { type: 'create', kind: 'object' });
  }
}

export const log = (text: string, ...values: readonly unknown[]): void => note('log', text, 'point', values);

/** Sends a record as it is. */
export const raw = (request: { type: string }): Op<unknown> => ask(request);
