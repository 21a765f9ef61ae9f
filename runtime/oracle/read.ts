/** One step of a thread or an action: what it calls, and with what. */
export interface Step {
  readonly call: string;
  readonly [field: string]: unknown;
}

/** An event source of a scenario. */
export interface Source {
  readonly name: string;
  readonly kind: string;
  readonly loop: string;
  readonly action?: string | null;
  /** Made without the action; its first call to name one brings it. */
  readonly noAction?: boolean;
  readonly line?: string;
  /** Of a filter source: the action that is its filter. */
  readonly filter?: string;
  /** Of a timer. */
  readonly options?: number;
  /** Whether it is added in setup; true if left out. */
  readonly add?: boolean;
  /** Whether `enable()` is called in setup. */
  readonly enable?: boolean;
}

/** An interrupt line. `latch`: a pulse that comes while it is masked is kept. */
export interface Line {
  readonly name: string;
  readonly type: 'edge' | 'level';
  readonly latch?: boolean;
}

/** The world of a scenario. */
export interface Scene {
  readonly workLoops: readonly unknown[];
  readonly sources: readonly Source[];
  readonly lines: readonly Line[];
  readonly locks: readonly string[];
  readonly vars: readonly string[];
  readonly setup: readonly Step[];
  /** Whether the loops' threads run to idle before anything else. */
  readonly settle: boolean;
  readonly actions: Readonly<Record<string, readonly Step[]>>;
  readonly threads: Readonly<Record<string, readonly Step[]>>;
}

/** How one run ended. */
export interface OracleRecord {
  readonly calls: Readonly<Record<string, readonly (readonly [string, unknown])[]>>;
  readonly order: readonly string[];
  readonly panic: { readonly thread: string; readonly message: string } | null;
  readonly stuck: readonly (readonly [string, string])[];
  readonly final: Readonly<Record<string, unknown>>;
  readonly livelock?: boolean;
  readonly truncatedRecord?: boolean;
}

export interface OracleScenario {
  readonly id: string;
  readonly title: string;
  /** Absent where another file describes it. */
  readonly scenario?: Scene;
  readonly outcomes: readonly { readonly record: OracleRecord; readonly fine: boolean }[];
}

/** What XNU's own classes do in small scenarios, under every schedule. */
export interface OracleFile {
  /** The kernel they are of: `xnu-11417.121.6`. */
  readonly kernel: string;
  readonly scenarios: readonly OracleScenario[];
}

/** The text is no oracle file: where, and what is missing there. */
export class BadOracleFile extends Error {}

type Json = Readonly<Record<string, unknown>>;

/** Reads an oracle file, and checks as much of it as is used. Throws BadOracleFile. */
export function readOracle(text: string): OracleFile {
  const file = object(parse(text), 'the file');
  return {
    kernel: string(object(file['legend'], 'legend')['kernel'], 'legend.kernel'),
    scenarios: list(file['scenarios'], 'scenarios').map(readScenario),
  };
}

function readScenario(value: unknown, index: number): OracleScenario {
  const found = object(value, `scenarios[${index}]`);
  const id = string(found['id'], `scenarios[${index}].id`);
  return {
    id,
    title: string(found['title'], `${id}.title`),
    ...(found['scenario'] !== undefined && { scenario: readScene(object(found['scenario'], id), id) }),
    outcomes: list(found['outcomes'], `${id}.outcomes`).map((outcome, i) => {
      const { record, fine } = object(outcome, `${id}.outcomes[${i}]`);
      return { record: readRecord(object(record, `${id}.outcomes[${i}].record`), id), fine: fine === true };
    }),
  };
}

function readScene(scene: Json, id: string): Scene {
  const lists = (name: string): readonly unknown[] => list(scene[name] ?? [], `${id}.${name}`);
  const steps = (name: string): Record<string, readonly Step[]> =>
    Object.fromEntries(
      Object.entries(object(scene[name] ?? {}, `${id}.${name}`)).map(([key, value]) => [
        identifier(key, `${id}.${name}`),
        readSteps(value, `${id}.${name}.${key}`),
      ]),
    );
  return {
    workLoops: lists('workLoops'),
    sources: lists('sources').map((one) => named<Source>(one, ['kind', 'loop'], `${id}.sources`)),
    lines: lists('lines').map((one) => named<Line>(one, ['type'], `${id}.lines`)),
    locks: lists('locks').map((one) => identifier(one, `${id}.locks`)),
    vars: lists('vars').map((one) => identifier(one, `${id}.vars`)),
    setup: readSteps(scene['setup'] ?? [], `${id}.setup`),
    settle: scene['settle'] !== false,
    actions: steps('actions'),
    threads: steps('threads'),
  };
}

const readSteps = (value: unknown, at: string): readonly Step[] =>
  list(value, at).map((one) => {
    const step = object(one, at);
    return { ...step, call: string(step['call'], `${at}: call`) };
  });

function readRecord(record: Json, id: string): OracleRecord {
  object(record['calls'], `${id}: calls`);
  list(record['order'], `${id}: order`);
  list(record['stuck'], `${id}: stuck`);
  object(record['final'], `${id}: final`);
  return record as unknown as OracleRecord;
}

function named<T>(value: unknown, fields: readonly string[], at: string): T {
  const found = object(value, at);
  for (const field of ['name', ...fields]) identifier(found[field], `${at}: ${field}`);
  return found as T;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadOracleFile(`not JSON: ${String(error)}`);
  }
}

function object(value: unknown, at: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw new BadOracleFile(`${at} is not an object`);
}

function list(value: unknown, at: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new BadOracleFile(`${at} is not a list`);
}

function string(value: unknown, at: string): string {
  if (typeof value === 'string') return value;
  throw new BadOracleFile(`${at} is not a text`);
}

/** Names become names in a program. */
function identifier(value: unknown, at: string): string {
  const text = string(value, at);
  if (/^\w+$/.test(text)) return text;
  throw new BadOracleFile(`${at}: ${text} is no name`);
}
