const numbers = new WeakMap<object, number>();
const objects: object[] = [];

/** Gives a number to an object that is frozen and there for the realm's whole life: it may cross by its number. */
export function makeKnown(object: object): void {
  if (!numbers.has(object)) numbers.set(object, objects.push(object));
}

export const knownNumber = (object: object): number | undefined => numbers.get(object);

export const knownNumbered = (number: number): object | undefined => objects[number - 1];
