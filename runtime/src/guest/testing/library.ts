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

/** Holds a cell and a lock of its own, as IOKit's classes do. */
export class Door extends Thing {
  protected readonly shut = cell(false);
  protected readonly hinges = [cell(0), cell(0)];
  private readonly mutex = new Lock();

  isShut(): Op<boolean> {
    return this.shut.get();
  }

  *close(): Op {
    yield* this.mutex.lock();
    yield* this.shut.set(true);
    yield* this.hinges[0].set(1);
    yield* this.mutex.unlock();
  }

  /** Runs what it is given. */
  *run(block: () => Op<unknown>): Op<unknown> {
    return yield* block();
  }

  /** Writes the cell that it is given. */
  *fill(target: Cell<unknown>): Op {
    yield* target.set(7);
  }
}

export const log = (text: string, ...values: readonly unknown[]): void => note('log', text, 'point', values);

/** Sends a record as it is. */
export const raw = (request: { type: string }): Op<unknown> => ask(request);
