import { knownNumber } from './known.ts';
import { procedureOf } from './procedures.ts';
import { handleOf } from './stand-ins.ts';

/** Thrown where a local cannot be written down exactly. */
class Unwritable extends Error {}

const errorPrototypes = new Map<object, string>(
  [Error, TypeError, RangeError, ReferenceError, SyntaxError, EvalError, URIError].map((kind) => [
    kind.prototype,
    kind.name,
  ]),
);

/** A text longer than this is not worth comparing. */
const mostParts = 10_000;

/**
 * Writes the locals of a place. Two texts are equal exactly if no code could tell the locals apart: sharing, order,
 * flags and extensibility are part of the text. Undefined if something cannot be written exactly.
 */
export function writeLocals(locals: readonly unknown[]): string | undefined {
  const out: string[] = [];
  const seen = new Map<object, number>();
  try {
    for (const local of locals) write(local, out, seen);
  } catch {
    // Nothing of this may reach the program, not even that its stack is too deep for us.
    return undefined;
  }
  return out.join(',');
}

function write(value: unknown, out: string[], seen: Map<object, number>): void {
  if (out.length > mostParts) throw new Unwritable();
  switch (typeof value) {
    case 'string':
      out.push(JSON.stringify(value));
      return;
    case 'number':
      out.push(Object.is(value, -0) ? '-0' : String(value));
      return;
    case 'bigint':
      out.push(`${value}n`);
      return;
    case 'boolean':
    case 'undefined':
      out.push(String(value));
      return;
    case 'object':
    case 'function':
      if (value === null) out.push('null');
      else writeObject(value, out, seen);
      return;
    default:
      throw new Unwritable();
  }
}

function writeObject(object: object, out: string[], seen: Map<object, number>): void {
  const handle = handleOf(object);
  if (handle !== undefined) return void out.push(`h${handle}`);
  const known = knownNumber(object);
  if (known !== undefined) return void out.push(`k${known}`);
  const procedure = procedureOf(object);
  if (procedure?.number) return void out.push(`f${procedure.number}`);
  if (typeof object === 'function') throw new Unwritable();
  const before = seen.get(object);
  if (before !== undefined) return void out.push(`@${before}`);
  seen.set(object, seen.size);
  out.push(kindOf(object));
  if (object instanceof Map) {
    for (const [key, value] of object) {
      write(key, out, seen);
      write(value, out, seen);
    }
    out.push(';');
  } else if (object instanceof Set) {
    for (const value of object) write(value, out, seen);
    out.push(';');
  }
  writeProperties(object, out, seen);
}

/** Also says what the object is extensible by, and refuses what holds state that no property shows. */
function kindOf(object: object): string {
  const prototype = Object.getPrototypeOf(object) as object | null;
  const open = Object.isExtensible(object) ? '' : '!';
  if (Array.isArray(object) && prototype === Array.prototype) return `A${object.length}${open}`;
  const tag = tagOf(object);
  if (prototype === Object.prototype && tag === 'Object') return `O${open}`;
  if (prototype === Map.prototype && tag === 'Map') return `M${open}`;
  if (prototype === Set.prototype && tag === 'Set') return `S${open}`;
  const error = prototype && errorPrototypes.get(prototype);
  if (error && tag === 'Error') return `E${error}${open}`;
  throw new Unwritable();
}

/** What an object is inside, whatever its prototype says. */
function tagOf(object: object): string {
  if (object instanceof Map) return hasSize(Map.prototype, object) ? 'Map' : '';
  if (object instanceof Set) return hasSize(Set.prototype, object) ? 'Set' : '';
  return Object.prototype.toString.call(object).slice(8, -1);
}

const sizes = new Map<object, (() => unknown) | undefined>(
  [Map.prototype, Set.prototype].map((p) => [p, Object.getOwnPropertyDescriptor(p, 'size')?.get]),
);

function hasSize(prototype: object, object: object): boolean {
  try {
    return sizes.get(prototype)?.call(object) !== undefined;
  } catch {
    return false;
  }
}

function writeProperties(object: object, out: string[], seen: Map<object, number>): void {
  const isError = object instanceof Error;
  for (const key of Reflect.ownKeys(object)) {
    if (typeof key === 'symbol') throw new Unwritable();
    // Where an error was made differs between histories; nothing else does.
    if (isError && key === 'stack') continue;
    const property = Object.getOwnPropertyDescriptor(object, key);
    if (!property || !('value' in property)) throw new Unwritable();
    if (key === 'length' && Array.isArray(object)) {
      out.push(property.writable ? '' : 'r');
      continue;
    }
    const flags = `${property.writable ? '' : 'r'}${property.enumerable ? '' : 'e'}${property.configurable ? '' : 'c'}`;
    out.push(`${JSON.stringify(key)}${flags}:`);
    write(property.value, out, seen);
  }
  out.push('.');
}
