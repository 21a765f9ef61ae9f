import type { Handle } from '../../effects/value.ts';
import type { Wire } from '../../effects/wire.ts';
import { fixField } from './fields.ts';
import { knownNumbered } from './known.ts';
import { makePrivate } from './private.ts';
import { procedureNumbered } from './procedures.ts';
import { addStandIn, blueprintOf, knownStandIn, prototypeNumbered } from './stand-ins.ts';
import { running } from './state.ts';

/** What the host sends, as the program sees it: frozen data, stand-ins, wrapped procedures. */
export function decode(wire: Wire): unknown {
  if (wire === null || typeof wire !== 'object') return wire;
  if (Array.isArray(wire)) return Object.freeze(wire.map(decode));
  if (typeof wire['$'] === 'string') return wire['$'] === 'undefined' ? undefined : Number(wire['$']);
  if (typeof wire['$big'] === 'string') return BigInt(wire['$big']);
  if (typeof wire['$h'] === 'number') return standInOf(wire['$h']);
  if (typeof wire['$new'] === 'number') return running.made[wire['$new']]?.standIn;
  if (typeof wire['$k'] === 'number') return knownNumbered(wire['$k']);
  if (typeof wire['$f'] === 'number') {
    const { wrapper } = procedureNumbered(wire['$f']);
    const self = decode(wire['on'] ?? null);
    return self === undefined ? wrapper : Object.freeze([self, wrapper]);
  }
  const record = {};
  for (const [key, value] of Object.entries(wire)) {
    Object.defineProperty(record, key.startsWith('$$') ? key.slice(1) : key, {
      value: decode(value),
      enumerable: true,
    });
  }
  return Object.freeze(record);
}

function standInOf(handle: Handle): object {
  const known = knownStandIn(handle);
  if (known) return known;
  const blueprint = blueprintOf(handle);
  const standIn = Object.create(blueprint ? prototypeNumbered(blueprint.prototype) : null) as object;
  addStandIn(handle, standIn);
  if (blueprint?.private !== undefined) makePrivate(standIn, blueprint.private);
  for (const [name, wire] of Object.entries(blueprint?.fields ?? {})) fixField(standIn, name, decode(wire));
  return Object.freeze(standIn);
}
