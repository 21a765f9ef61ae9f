import type { Advance, Creation, Freed, Handle, Release, Retain, Value, ValueId } from '../effects/index.ts';
import { HandleValue } from '../effects/index.ts';
import type { Context } from './contexts.ts';
import type { Kernel } from './kernel.ts';
import { FREEING, GONE } from './layout.ts';

/** An object's slot, or undefined after the run has failed: it is no object, or it was freed. */
function objectSlot(k: Kernel, s: Int32Array, me: Context, object: Handle): number | undefined {
  const record = k.records.get(object);
  if (record?.kind !== 'object') {
    k.fail(s, me, 'violation', 'not-an-object');
    return undefined;
  }
  if (s[record.slot] === GONE) {
    k.fail(s, me, 'panic', 'use-after-free', { object });
    return undefined;
  }
  return record.slot;
}

export function retain(k: Kernel, s: Int32Array, me: Context, effect: Retain): ValueId | 0 {
  const slot = objectSlot(k, s, me, effect.object);
  if (slot === undefined) return 0;
  if (s[slot] === FREEING) return k.panic(s, me, 'OSObject::refcount: Attempting to retain a freed object');
  s[slot] += 1;
  return k.nothing;
}

/** The last release leaves the count at 0: the caller runs free() and then says `freed`. Meanwhile a release does nothing. */
export function release(k: Kernel, s: Int32Array, me: Context, effect: Release): ValueId | 0 {
  const slot = objectSlot(k, s, me, effect.object);
  if (slot === undefined) return 0;
  if (s[slot] === FREEING) return k.no;
  s[slot] -= 1;
  return s[slot] === FREEING ? k.yes : k.no;
}

/** What an object made after setup holds in its fields goes with it, if it was made with it. */
export function adoptFields(
  k: Kernel,
  object: Handle,
  { fields }: Extract<Creation, { readonly kind: 'object' }>,
  together: Advance['created'],
): void {
  if (k.records.ownedBy(object).length > 0) return;
  for (const field of Object.values(k.values.get(fields) as Readonly<Record<string, Value>>)) {
    if (!(field instanceof HandleValue)) continue;
    const made = together.find(({ handle }) => handle === field.handle)?.creation.kind;
    if (made !== undefined && made !== 'object' && made !== 'device') k.records.adopt(object, field.handle);
  }
}

/** The object and the cells that are its fields are gone. */
export function freed(k: Kernel, s: Int32Array, me: Context, effect: Freed): ValueId | 0 {
  const slot = objectSlot(k, s, me, effect.object);
  if (slot === undefined) return 0;
  s[slot] = GONE;
  for (const cell of k.records.ownedBy(effect.object)) s[k.records.must(cell).slot] = GONE;
  return k.nothing;
}
