import { allIntrinsics } from './intrinsics.ts';
import { refuse } from './state.ts';

const removed = [
  'Date',
  'Proxy',
  'WeakRef',
  'FinalizationRegistry',
  'SharedArrayBuffer',
  'Atomics',
  'Promise',
  'eval',
  'Function',
];

/** Where an own property is commonly assigned although the prototype has one of this name. */
const overridable: readonly [object, readonly string[]][] = [
  [Object.prototype, ['toString', 'valueOf', 'constructor']],
  [Error.prototype, ['name', 'message', 'toString', 'constructor']],
];

/** Seals the language of a realm that a student's code will run in. Never called in the host's own realm. */
export function lockDown(): void {
  const scope = globalThis as unknown as Record<string, unknown>;
  for (const name of removed) delete scope[name];
  Object.defineProperty(Math, 'random', { value: () => refuse('random') });
  for (const maker of [function () {}, function* () {}, async () => {}, async function* () {}]) {
    Object.defineProperty(Object.getPrototypeOf(maker) as object, 'constructor', { value: undefined });
  }
  for (const [prototype, names] of overridable) for (const name of names) allowOverride(prototype, name);
  for (const intrinsic of allIntrinsics()) Object.freeze(intrinsic);
  Object.freeze(globalThis);
}

/** A frozen data property would also forbid assigning it on what inherits from it. */
function allowOverride(prototype: object, name: string): void {
  const property = Object.getOwnPropertyDescriptor(prototype, name);
  if (!property || !('value' in property)) return;
  const { value } = property as { value: unknown };
  Object.defineProperty(prototype, name, {
    get: () => value,
    set(this: object, own: unknown) {
      if (this === prototype) throw new TypeError(`'${name}' is read-only`);
      Object.defineProperty(this, name, { value: own, writable: true, enumerable: true, configurable: true });
    },
    enumerable: false,
    configurable: false,
  });
}
