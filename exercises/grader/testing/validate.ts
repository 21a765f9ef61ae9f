/** As much of JSON Schema as our own schemas use. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
}

/** What is wrong with a value, each with its path; empty if it fits the schema. */
export function problems(value: unknown, schema: Schema, root: Schema = schema, path = '$'): string[] {
  if (schema.$ref !== undefined) {
    const target = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
    return target ? problems(value, target, root, path) : [`${path}: no definition ${schema.$ref}`];
  }
  const found: string[] = [];
  if (
    schema.oneOf &&
    schema.oneOf.filter((one) => problems(value, one, root, path).length === 0).length !== 1
  )
    found.push(
      `${path}: fits none, or several: ${JSON.stringify(schema.oneOf.map((one) => problems(value, one, root, path)))}`,
    );
  if (schema.enum && !schema.enum.includes(value))
    found.push(`${path}: ${String(value)} is none of ${schema.enum.join()}`);
  if (schema.type && typeOf(value) !== schema.type) return [...found, `${path}: not of type ${schema.type}`];
  if (schema.minimum !== undefined && Number(value) < schema.minimum) found.push(`${path}: too small`);
  if (Array.isArray(value)) found.push(...problemsOfItems(value, schema, root, path));
  else if (typeof value === 'object' && value !== null)
    found.push(...problemsOfMembers(value as Readonly<Record<string, unknown>>, schema, root, path));
  return found;
}

function problemsOfItems(value: readonly unknown[], schema: Schema, root: Schema, path: string): string[] {
  const { items, minItems = 0, maxItems = Infinity } = schema;
  const found = value.length < minItems || value.length > maxItems ? [`${path}: ${value.length} items`] : [];
  return items
    ? [...found, ...value.flatMap((item, i) => problems(item, items, root, `${path}[${i}]`))]
    : found;
}

function problemsOfMembers(
  value: Readonly<Record<string, unknown>>,
  { required = [], properties = {}, additionalProperties = true }: Schema,
  root: Schema,
  path: string,
): string[] {
  const missing = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => `${path}.${name}: missing`);
  const wrong = Object.entries(value).flatMap(([name, member]) => {
    const schema = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    if (schema === false) return [`${path}.${name}: not expected`];
    return schema === true ? [] : problems(member, schema, root, `${path}.${name}`);
  });
  return [...missing, ...wrong];
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (Number.isInteger(value)) return 'integer';
  return value === null ? 'null' : typeof value;
}
