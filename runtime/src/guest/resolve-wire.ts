import type { Handle } from '../effects/value.ts';
import type { Wire } from '../effects/wire.ts';

/** Puts handles where a guest wrote "new k". */
export function resolveWire(wire: Wire, names: readonly Handle[]): Wire {
  if (names.length === 0 || wire === null || typeof wire !== 'object') return wire;
  if (Array.isArray(wire)) return wire.map((item) => resolveWire(item, names));
  if (typeof wire['$new'] === 'number') return { $h: names[wire['$new']] ?? 0 };
  return Object.fromEntries(Object.entries(wire).map(([key, item]) => [key, resolveWire(item, names)]));
}
