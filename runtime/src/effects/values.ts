import type { Value, ValueId } from './value.ts';
import { encode } from './wire.ts';

/** Every value once: equal values have one number, so that a system state is a vector of integers. */
export class Values {
  readonly #all: Value[] = [undefined];
  readonly #byText = new Map<string, ValueId>();
  readonly #byPrimitive = new Map<Value, ValueId>();

  /** The number of a value. */
  intern(value: Value): ValueId {
    // a Map tells all primitives apart but -0 from 0
    if ((typeof value !== 'object' || value === null) && !Object.is(value, -0)) {
      return this.#byPrimitive.get(value) ?? this.#add(value, this.#byPrimitive, value);
    }
    const text = JSON.stringify(encode(value));
    return this.#byText.get(text) ?? this.#add(value, this.#byText, text);
  }

  /** The value of a number. */
  get(id: ValueId): Value {
    return this.#all[id];
  }

  #add<K>(value: Value, index: Map<K, ValueId>, key: K): ValueId {
    this.#all.push(value);
    index.set(key, this.#all.length - 1);
    return this.#all.length - 1;
  }
}
