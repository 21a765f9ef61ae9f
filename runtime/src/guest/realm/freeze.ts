import { fixFields } from './fields.ts';
import { isIntrinsic } from './intrinsics.ts';
import { makeKnown } from './known.ts';
import { allBindings } from './modules.ts';
import { isGenerator, nameOfOperation } from './operation.ts';
import { permanentStandIns } from './stand-ins.ts';
import { refuse } from './state.ts';

/** Collections whose contents no freeze can reach. */
const collections: readonly (new (...args: never[]) => object)[] = [Map, Set, WeakMap, WeakSet, ArrayBuffer];

/** What is frozen stays so: the library is walked once, when the realm is made. */
const seen = new Set<object>();

/** Freezes all that a thread could reach without a cell: module bindings, what they lead to, and what setup made. */
export function freezeProgram(roots: readonly unknown[]): void {
  const queue: { readonly value: unknown; readonly path: string }[] = roots.map((value) => ({
    value,
    path: nameOf(value),
  }));
  for (const { path, values } of allBindings()) {
    for (const [name, value] of Object.entries(values))
      queue.push({ value, path: name === '$exports' ? path : name });
  }
  for (const standIn of permanentStandIns().values()) queue.push({ value: standIn, path: nameOf(standIn) });
  for (let item = queue.pop(); item; item = queue.pop()) {
    const { value, path } = item;
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) continue;
    if (seen.has(value) || isIntrinsic(value)) continue;
    seen.add(value);
    refuseHidden(value, path);
    for (const key of Reflect.ownKeys(value)) {
      const property = Object.getOwnPropertyDescriptor(value, key);
      const below = typeof key === 'string' ? `${path}.${key}` : path;
      if (!property) continue;
      if ('value' in property) queue.push({ value: property.value as unknown, path: below });
      else queue.push({ value: property.get, path: below }, { value: property.set, path: below });
    }
    queue.push({ value: Object.getPrototypeOf(value) as unknown, path });
    if (typeof value === 'function' || Array.isArray(value) || isNamespace(value)) Object.freeze(value);
    else fixFields(value);
    makeKnown(value);
  }
}

/** A prototype or a module's exports: their properties are no fields. */
const isNamespace = (value: object): boolean =>
  Object.getPrototypeOf(value) === null || Object.hasOwn(value, 'constructor');

function refuseHidden(value: object, path: string): void {
  if (nameOfOperation(value) !== undefined) refuse('operation-stored', { field: path });
  if (isGenerator(value)) refuse('generator-stored', { field: path });
  const kind = collections.find((collection) => value instanceof collection);
  if (kind || ArrayBuffer.isView(value)) {
    refuse('shared-collection', { field: path, kind: kind?.name ?? value.constructor.name });
  }
}

const nameOf = (value: unknown): string => {
  const { constructor } = value as { readonly constructor?: unknown };
  return typeof constructor === 'function' ? constructor.name : '';
};
