import type { Wire } from '../../effects/wire.ts';
import { operationOf } from './operation.ts';
import { addProcedure, type Raw } from './procedures.ts';
import { running } from './state.ts';

const closures = new Map<string, object>();
const generatorFunction = Object.getPrototypeOf(function* () {}) as object;

const isGeneratorFunction = (value: unknown): value is Raw =>
  typeof value === 'function' && Object.getPrototypeOf(value) === generatorFunction;

/** Calling the wrapper makes an operation; running that is a procedure's call. */
export function wrap(raw: Raw, label: string, stays = running.mode !== 'history'): object {
  const { wrapper } = {
    wrapper(this: unknown, ...args: unknown[]): unknown {
      return operationOf({ call: { procedure, self: this, args } });
    },
  };
  const procedure = addProcedure(raw, label, stays, wrapper);
  Object.defineProperty(wrapper, 'name', { value: raw.name });
  Object.defineProperty(wrapper, 'length', { value: raw.length });
  return Object.freeze(wrapper);
}

/** Equal closures (place, captured values) are one procedure. */
export function wrapClosure(raw: Raw, label: string, place: string, captured: Wire): object {
  const key = place + JSON.stringify(captured);
  let wrapper = closures.get(key);
  if (!wrapper) closures.set(key, (wrapper = wrap(raw, label, true)));
  return wrapper;
}

/** Wraps every own generator method of a class, static ones too. */
export function wrapClass(constructor: { readonly name: string; readonly prototype: object }): void {
  for (const holder of [constructor.prototype, constructor]) {
    for (const name of Object.getOwnPropertyNames(holder)) {
      const descriptor = Object.getOwnPropertyDescriptor(holder, name);
      if (!descriptor || !isGeneratorFunction(descriptor.value)) continue;
      const value = wrap(descriptor.value, `${constructor.name}.${name}`);
      Object.defineProperty(holder, name, { value, writable: false, configurable: false });
    }
  }
}
