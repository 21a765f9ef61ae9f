import { HandleValue, ProcedureValue, type Handle, type Value, type ValueId } from '../effects/index.ts';
import type { Kernel } from '../kernel/index.ts';
import { returnCodeText } from './returnCodes.ts';
import type { Shown } from './types.ts';

/** What a person calls a record: `counter.value`, a thread's name. The loop's `gateLock` is its gate. */
export function label(k: Kernel, handle: Handle): string {
  const context = k.contextOf(handle);
  if (context) return context.name;
  return (k.records.get(handle)?.label ?? `#${handle}`).replace(/\.gateLock$/, '.gate');
}

/** A value as a trace shows it. */
export function show(k: Kernel, value: Value): Shown {
  if (value instanceof HandleValue) return label(k, value.handle);
  if (value instanceof ProcedureValue) return value.label;
  if (typeof value === 'number') return returnCodeText(value) ?? value;
  if (typeof value === 'bigint') return `${value}n`;
  if (Array.isArray(value)) return value.map((v: Value) => show(k, v));
  if (value === null || typeof value !== 'object') return value as Shown;
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, show(k, v as Value)]));
}

/** The same, of an interned value. */
export const showId = (k: Kernel, id: ValueId): Shown => show(k, k.values.get(id));

/** What an event argument names; empty for NO_EVENT. */
export function eventLabel(k: Kernel, event: ValueId): string {
  const value = k.values.get(event);
  return value instanceof HandleValue ? label(k, value.handle) : '';
}
