const numbers = new WeakMap<object, number>();
let count = 0;

/** Gives a number to an object that is frozen and there for the realm's whole life. */
export function makeKnown(object: object): void {
  if (!numbers.has(object)) numbers.set(object, ++count);
}

export const knownNumber = (object: object): number | undefined => numbers.get(object);
