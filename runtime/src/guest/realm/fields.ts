import { refuse } from './state.ts';

/** Makes a field that says what to do when somebody writes it. */
export function fixField(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, {
    get: () => value,
    set() {
      refuse('make-it-a-cell', { field: name });
    },
    enumerable: true,
    configurable: false,
  });
}

/** Fixes the fields of an object that has been made. */
export function fixFields(object: object): void {
  for (const name of Object.getOwnPropertyNames(object)) {
    const descriptor = Object.getOwnPropertyDescriptor(object, name);
    if (descriptor?.configurable && 'value' in descriptor) fixField(object, name, descriptor.value);
  }
  Object.freeze(object);
}
