import { encode } from './encode.ts';
import { writeLocals } from './locals.ts';
import { readyToRun, refusePrivate, vouchedFor } from './operation.ts';
import { bodyBegins } from './private.ts';
import { type Raw } from './procedures.ts';
import { running } from './state.ts';
import { isPermanent } from './stand-ins.ts';
import { wrap, wrapClass, wrapClosure } from './wrap.ts';

type Constructor = { readonly name: string; readonly prototype: object };
/** Whose file it is. A scenario's files may do to the library's objects what they like. */
export type Origin = 'library' | 'course' | 'student';

type Bindings = () => Record<string, unknown>;

/** Characters that the locals of a place may take. */
const mostText = 100_000;

const handlesIn = /"\$(?:h":(\d+)|new")/g;

/** What `guest/instrument` inserts into a module, in the order of its `moduleParameters` after `require` and `exports`. */
export function insertedFor(
  file: string,
  module: number,
  origin: Origin,
  keepBindings: (bindings: Bindings) => void,
): unknown[] {
  const enter = (): boolean => {
    const { entering } = running;
    running.entering = false;
    return entering && running.level >= 2;
  };
  const place = (number: number, locals: readonly unknown[]): void => {
    // What was made since the last answer has no name to write yet.
    if (!running.writesPlaces || running.made.length > 0) return;
    const text = writeLocals(locals);
    if (text !== undefined && text.length <= mostText) running.place = `${module}.${number}(${text})`;
  };
  const named = <F extends Raw>(raw: F, name?: string): F => {
    // A wrapper is frozen, and has its name.
    if (name !== undefined && !Object.isFrozen(raw))
      Object.defineProperty(raw, 'name', { value: name, configurable: true });
    return raw;
  };
  const closure = (raw: Raw, number: number, captured: readonly unknown[], name?: string): object => {
    named(raw, name);
    if (running.mode !== 'history') return wrap(raw, raw.name);
    const wire = encode(Object.freeze([...captured]), true);
    if (wire === undefined || !outlives(JSON.stringify(wire))) return wrap(raw, raw.name);
    return wrapClosure(raw, raw.name, `${module}.${number}`, wire);
  };
  return [
    enter,
    place,
    (constructor: Constructor) => wrapClass(constructor),
    (raw: Raw, name?: string) => wrap(named(raw, name), raw.name),
    closure,
    (line: number, operation: unknown) => {
      if (origin !== 'course') refusePrivate(operation);
      return readyToRun(operation, { file, line });
    },
    keepBindings,
    (fn: Raw, name?: string) => {
      if (typeof fn.prototype === 'object' && fn.prototype) Object.freeze(fn.prototype);
      return Object.freeze(named(fn, name));
    },
    (instance: object) => {
      bodyBegins(instance, origin === 'library');
      if (running.mode === 'setup') running.born.push(instance);
    },
    vouchedFor,
  ];
}

/** Do all the handles in a text stand for what setup made? */
function outlives(text: string): boolean {
  for (const [, handle] of text.matchAll(handlesIn)) {
    if (handle === undefined || !isPermanent(Number(handle))) return false;
  }
  return true;
}
