import type { Handle } from '../../effects/value.ts';
import { allBindings } from './modules.ts';
import { handleOf, permanentStandIns } from './stand-ins.ts';

/**
 * Readable names of what setup made: a module's variable, else an object is called by its class and what it holds by the
 * path of fields, else what the scenario watches it as. Two of one name get numbers.
 */
export function labels(
  watch: Readonly<Record<string, Handle>>,
  born: readonly object[],
): Record<Handle, string> {
  const given: Record<Handle, string> = {};
  const used = new Map<string, number>();
  const give = (handle: Handle | undefined, name: string): void => {
    if (handle === undefined || given[handle] !== undefined) return;
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    given[handle] = count === 1 ? name : `${name}${count}`;
  };
  for (const { values } of allBindings()) {
    for (const [name, value] of Object.entries(values)) if (isObject(value)) give(handleOf(value), name);
  }
  const standIns = [...permanentStandIns()];
  for (const [, standIn] of standIns) {
    for (const [field, part] of partsOf(standIn)) give(handleOf(part), `${nameOf(standIn)}.${field}`);
  }
  for (const [handle, standIn] of standIns) if (holds(standIn)) give(handle, nameOf(standIn));
  const giveFields = (holder: object, name: string): void => {
    for (const [field, value] of Object.entries(holder) as [string, unknown][]) {
      if (isObject(value)) give(handleOf(value), `${name}.${field}`);
    }
  };
  for (const [handle, standIn] of standIns) giveFields(standIn, given[handle] ?? nameOf(standIn));
  for (const [name, handle] of Object.entries(watch)) give(handle, name);
  for (const instance of born) giveFields(instance, nameOf(instance));
  for (const [handle, standIn] of standIns) give(handle, nameOf(standIn));
  return given;
}

/** What an IOKit object made for itself, as a work loop its private command gate; the driver's own objects keep the plain names. */
function partsOf(standIn: object): [string, object][] {
  if (!/^IO[A-Z]/.test(classOf(standIn))) return [];
  const fields = Object.entries(standIn) as [string, unknown][];
  return fields.filter(
    (field): field is [string, object] =>
      isObject(field[1]) && (field[1] as { owner?: unknown }).owner === standIn,
  );
}

/** For each object the things without fields of their own, cells and mutexes, that its fields hold. */
export function ownedCells(): Record<Handle, Handle[]> {
  const owned: Record<Handle, Handle[]> = {};
  for (const [handle, standIn] of permanentStandIns()) {
    const fields = (Object.values(standIn) as unknown[]).filter(isObject).filter((field) => !holds(field));
    const handles = fields.map(handleOf).filter((field) => field !== undefined);
    if (handles.length > 0) owned[handle] = handles;
  }
  return owned;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Is it an object with fields of its own, and not a cell or a mutex? */
const holds = (standIn: object): boolean => Object.keys(standIn).length > 0;

function classOf({ constructor }: object): string {
  return typeof constructor === 'function' ? constructor.name : 'object';
}

function nameOf(standIn: object): string {
  const name = classOf(standIn).replace(/^IO(?=[A-Z])/, '');
  return name.charAt(0).toLowerCase() + name.slice(1);
}
