import type { Maker, Names } from '../effects/code.ts';
import type { Creation } from '../effects/object.ts';
import { creationShapes } from '../effects/shape.ts';
import type { Handle } from '../effects/value.ts';
import type { Values } from '../effects/values.ts';
import { decode, type ResolveNew, type Wire } from '../effects/wire.ts';
import { decodeField } from './decode-effect.ts';
import { ProgramFault } from './program-fault.ts';
import type { CreatedWire } from './realm/reply.ts';

export interface Named {
  readonly handle: Handle;
  readonly creation: Creation;
}

/**
 * Names what was made between two effects. One may hold another that was made later, so names are given on demand.
 *
 * @param made how many the call has made before these.
 */
export function nameCreated(
  created: readonly CreatedWire[],
  maker: Maker,
  made: number,
  names: Names,
  values: Values,
): Named[] {
  const named: (Named | undefined)[] = created.map(() => undefined);
  const open = new Set<number>();
  const resolve: ResolveNew = (index) => {
    const wire = created[index];
    const known = named[index];
    if (known) return known.handle;
    if (!wire) throw new ProgramFault('effect-violation', 'unknown-object');
    // Two new ones that hold each other: inside the first one's description the name of neither is known.
    if (open.has(index)) return 0;
    open.add(index);
    const creation = creationOf(wire, values, resolve);
    const handle = names.handle(maker, made + index, creation);
    named[index] = { handle, creation };
    return handle;
  };
  created.forEach((_, index) => resolve(index));
  return named as Named[];
}

function creationOf(wire: CreatedWire, values: Values, resolve: ResolveNew): Creation {
  const sent = wire.creation as Readonly<Record<string, Wire>>;
  const kind = (typeof sent['kind'] === 'string' ? sent['kind'] : '') as Creation['kind'];
  if (!Object.hasOwn(creationShapes, kind))
    throw new ProgramFault('effect-violation', 'unknown-creation', { kind });
  const creation: Record<string, unknown> = { kind };
  for (const [name, field] of Object.entries(creationShapes[kind])) {
    const decoded = decodeField(sent[name], field, values, resolve);
    if (decoded === undefined)
      throw new ProgramFault('effect-violation', 'bad-argument', { operation: kind, field: name });
    creation[name] = decoded;
  }
  if (kind === 'object') {
    creation['class'] = wire.prototype;
    creation['className'] = wire.className;
    creation['fields'] = values.intern(decode(wire.fields, resolve));
  }
  if (wire.private !== undefined) creation['private'] = wire.private;
  return Object.freeze(creation) as unknown as Creation;
}
