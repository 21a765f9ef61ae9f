import type { Effect } from '../effects/effect.ts';
import type { Violation } from '../effects/control.ts';
import { effectShapes, type Field } from '../effects/shape.ts';
import { HandleValue, ProcedureValue, type Value, type ValueId } from '../effects/value.ts';
import type { Values } from '../effects/values.ts';
import { decode, type ResolveNew, type Wire } from '../effects/wire.ts';

/** Each type as our own text has it: an engine compares one that came in a message with all its letters. */
const types = new Map<string, keyof typeof effectShapes>(
  Object.keys(effectShapes).map((type) => [type, type as keyof typeof effectShapes]),
);

/** What a guest sent, as the kernel reads it; a violation if it is no effect. */
export function decodeEffect(
  wire: Readonly<Record<string, Wire>>,
  values: Values,
  resolve: ResolveNew,
): Effect {
  const sent = typeof wire['type'] === 'string' ? wire['type'] : '';
  const type = types.get(sent);
  if (type === undefined) return violation('unknown-effect', { operation: sent });
  const effect: Record<string, unknown> = { type };
  for (const [name, field] of Object.entries(effectShapes[type])) {
    const decoded = decodeField(wire[name], field as Field, values, resolve);
    if (decoded === undefined) return violation('bad-argument', { operation: type, field: name });
    effect[name] = decoded;
  }
  return Object.freeze(effect) as unknown as Effect;
}

const violation = (code: string, data: Violation['data']): Violation => ({ type: 'violation', code, data });

/** A field's value; undefined if it does not fit. */
export function decodeField(
  wire: Wire | undefined,
  field: Field,
  values: Values,
  resolve: ResolveNew,
): unknown {
  const value = wire === undefined ? undefined : decode(wire, resolve);
  switch (field) {
    case 'handle':
      return value instanceof HandleValue ? value.handle : undefined;
    case 'value':
      return values.intern(value);
    case 'array':
      return Array.isArray(value) ? values.intern(value) : undefined;
    case 'procedure':
    case 'optionalProcedure':
      if (field === 'optionalProcedure' && value === undefined) return values.intern(undefined);
      return procedureId(value, values);
    case 'number':
    case 'string':
    case 'boolean':
      return typeof value === field ? value : undefined;
    case 'data':
      return value;
    default:
      return typeof value === 'string' && field.includes(value) ? value : undefined;
  }
}

/** A procedure, or [object, method]. */
function procedureId(value: Value, values: Values): ValueId | undefined {
  if (value instanceof ProcedureValue) return values.intern(value);
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [self, method] = value as readonly Value[];
  if (!(method instanceof ProcedureValue)) return undefined;
  return values.intern(new ProcedureValue(method.implementation, self, method.label));
}
