import type { Wire } from '../../effects/wire.ts';
import { knownNumber } from './known.ts';
import { procedureOf } from './procedures.ts';
import { running } from './state.ts';
import { handleOf } from './stand-ins.ts';

/** Thrown by `encode`, and never seen by the program. */
class NotAValue extends Error {}

const deepest = 32;

/** A value as the host reads it, or undefined if it is none. `exact`: only what cannot change, as arguments must be. */
export function encode(value: unknown, exact = false): Wire | undefined {
  try {
    return write(value, exact, 0);
  } catch (error) {
    if (error instanceof NotAValue) return undefined;
    throw error;
  }
}

function write(value: unknown, exact: boolean, depth: number): Wire {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (Number.isFinite(value) && !Object.is(value, -0)) return value;
      return { $: Object.is(value, -0) ? '-0' : String(value) };
    case 'undefined':
      return { $: 'undefined' };
    case 'bigint':
      return { $big: String(value) };
    case 'function': {
      const procedure = procedureOf(value);
      const known = procedure ? undefined : knownNumber(value);
      if (known !== undefined) return { $k: known };
      if (!procedure?.number) throw new NotAValue();
      return { $f: procedure.number, on: { $: 'undefined' }, label: procedure.label };
    }
    case 'object':
      return value === null ? null : writeObject(value, exact, depth);
    default:
      throw new NotAValue();
  }
}

function writeObject(value: object, exact: boolean, depth: number): Wire {
  const handle = handleOf(value);
  if (handle !== undefined) return { $h: handle };
  const index = running.made.findIndex(({ standIn }) => standIn === value);
  if (index >= 0) return { $new: index };
  const known = knownNumber(value);
  if (known !== undefined) return { $k: known };
  if (depth > deepest || (exact && !Object.isFrozen(value))) throw new NotAValue();
  const keys = Reflect.ownKeys(value);
  if (Array.isArray(value)) {
    if (keys.length !== value.length + 1 || Object.getPrototypeOf(value) !== Array.prototype)
      throw new NotAValue();
    const items: Wire[] = [];
    for (let i = 0; i < value.length; i++) items.push(write(dataOf(value, String(i)), exact, depth + 1));
    return items;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new NotAValue();
  const record = Object.create(null) as Record<string, Wire>;
  for (const key of keys) {
    if (typeof key === 'symbol' || key === '__proto__') throw new NotAValue();
    record[key.startsWith('$') ? `$${key}` : key] = write(dataOf(value, key), exact, depth + 1);
  }
  return record;
}

function dataOf(object: object, key: string): unknown {
  const descriptor = Object.getOwnPropertyDescriptor(object, key);
  if (!descriptor || !('value' in descriptor) || !descriptor.enumerable) throw new NotAValue();
  return descriptor.value;
}
