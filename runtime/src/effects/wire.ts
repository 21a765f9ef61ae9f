import { HandleValue, KnownValue, ProcedureValue, type Handle, type Value } from './value.ts';

/**
 * Values as JSON between guest and kernel. Exact: what JSON cannot say stands in an object with one `$` key; a record's own
 * keys that start with `$` get a second one. Equal values have equal texts.
 */
export type Wire = null | boolean | number | string | Wire[] | { [key: string]: Wire };

/** Names what the guest knows only as "new k" so far. */
export type ResolveNew = (index: number) => Handle;

/** Kernel → guest. */
export function encode(value: Value): Wire {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'bigint') return { $big: String(value) };
  if (typeof value === 'number') {
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : { $: Object.is(value, -0) ? '-0' : String(value) };
  }
  if (value instanceof HandleValue) return { $h: value.handle };
  if (value instanceof KnownValue) return { $k: value.number };
  if (value instanceof ProcedureValue) {
    return { $f: value.implementation, on: encode(value.self), label: value.label };
  }
  if (Array.isArray(value)) return value.map(encode);
  return Object.fromEntries(
    Object.entries(value).map(([key, v]) => [key.startsWith('$') ? '$' + key : key, encode(v)]),
  );
}

/** Guest → kernel. Throws on what no guest of ours sends. */
export function decode(wire: Wire, resolve: ResolveNew): Value {
  if (wire === null || typeof wire !== 'object') return wire;
  if (Array.isArray(wire)) return wire.map((w) => decode(w, resolve));
  if (typeof wire['$'] === 'string') return wire['$'] === 'undefined' ? undefined : Number(wire['$']);
  if (typeof wire['$big'] === 'string') return BigInt(wire['$big']);
  if (typeof wire['$h'] === 'number') return new HandleValue(wire['$h']);
  if (typeof wire['$new'] === 'number') return new HandleValue(resolve(wire['$new']));
  if (typeof wire['$k'] === 'number') return new KnownValue(wire['$k']);
  if (typeof wire['$f'] === 'number') {
    return new ProcedureValue(
      wire['$f'],
      decode(wire['on'] ?? null, resolve),
      typeof wire['label'] === 'string' ? wire['label'] : '',
    );
  }
  return Object.fromEntries(
    Object.entries(wire).map(([key, w]) => [key.startsWith('$$') ? key.slice(1) : key, decode(w, resolve)]),
  );
}
