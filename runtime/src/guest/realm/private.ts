import { running } from './state.ts';

/** The cells and locks that the library's objects made for themselves, and the fields that they are. */
const fields = new WeakMap<object, string>();
const settled = new WeakSet<object>();
let unsettled: object[] = [];

/** The field of the library's that a value is; undefined for all else. */
export const privateField = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null ? fields.get(value) : undefined;

export const makePrivate = (thing: object, field: string): WeakMap<object, string> =>
  fields.set(thing, field);

/** A class body has begun to make its fields: those of its base classes are complete. */
export function bodyBegins(instance: object, isLibrary: boolean): void {
  if (!isLibrary) settle(instance);
  else if (unsettled.at(-1) !== instance) unsettled.push(instance);
}

/** No constructor is running: what the library's own objects hold is theirs. */
export function settlePrivate(): void {
  if (unsettled.length === 0) return;
  for (const instance of unsettled) settle(instance);
  unsettled = [];
}

/** What an object holds when it comes to the program's first class, or is complete, is the library's. */
function settle(instance: object): void {
  if (settled.has(instance)) return;
  settled.add(instance);
  for (const field of Object.getOwnPropertyNames(instance)) {
    const value: unknown = Object.getOwnPropertyDescriptor(instance, field)?.value;
    for (const thing of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isCellOrLock(thing)) makePrivate(thing, field);
    }
  }
}

/** Made just now. What else an object holds is used by methods of its own. */
function isCellOrLock(thing: unknown): thing is object {
  const made = running.made.find(({ standIn }) => standIn === thing);
  return made !== undefined && /^(cell|mutex|spinLock)$/.test(String(made.creation['kind']));
}
