import { unsynchronized, type Op } from 'workloop';

export class Register {
  readonly value = unsynchronized(0x11);

  *write(value: number): Op {
    yield* this.value.set(value);
  }

  *read(): Op<number> {
    return yield* this.value.get();
  }
}
