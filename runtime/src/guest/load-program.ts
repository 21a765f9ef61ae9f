import type { Frame, LogEntry, Code, Maker, Names } from '../effects/code.ts';
import type { Effect } from '../effects/effect.ts';
import type { Creation } from '../effects/object.ts';
import { DEFAULT_PROFILE, type Profile } from '../effects/profile.ts';
import type { Program, Limits } from '../effects/program.ts';
import type { Handle, Value, ValueId } from '../effects/value.ts';
import type { Values } from '../effects/values.ts';
import { decode, encode } from '../effects/wire.ts';
import { compileProgram } from './compile-program.ts';
import { askAgent, refuseMemory } from './connection.ts';
import { decodeEffect } from './decode-effect.ts';
import type { AgentRequest } from './realm/agent.ts';
import { Histories } from './histories.ts';
import type { Level, Refusal } from './instrument/index.ts';
import { nameCreated } from './name-created.ts';
import { ProgramFault } from './program-fault.ts';
import type { Told } from './realm/history.ts';
import type { Reply } from './realm/reply.ts';
import type { SetupWire } from './realm/setup.ts';
import type { Realm } from './realm.ts';

/** Performs an effect of setup, at once: nothing else runs yet. Returns the answer. */
export type Perform = (
  effect: Effect,
  created: readonly { readonly handle: Handle; readonly creation: Creation }[],
  log: readonly LogEntry[],
  frame: Frame | undefined,
) => ValueId;

/** A call of a client's list. `guard`: the moment it waits for. */
export interface SetupCall {
  readonly number: number;
  readonly guard?: { readonly type: 'asleep'; readonly threads: readonly string[] };
}

export interface SetupResult {
  readonly threads: Readonly<Record<string, readonly SetupCall[]>>;
  readonly watch: Readonly<Record<string, Handle>>;
  /** What else setup returned, by name. */
  readonly data: Readonly<Record<string, Value>>;
  /** Readable names: `disk.busy`. */
  readonly labels: ReadonlyMap<Handle, string>;
  /** For each object the cells that are its fields. */
  readonly owned: ReadonlyMap<Handle, readonly Handle[]>;
}

export interface LoadedProgram {
  /** Runs the scenario's setup and freezes what it made. Throws a ProgramFault. */
  setup(maker: Maker, perform: Perform): SetupResult;
  readonly code: Code;
  /** What the instrumentation found doubtful, by file. */
  readonly warnings: readonly (Refusal & { readonly file: string })[];
  questions(): number;
  /** Asks every history that ended once more; throws a ProgramFault `stateful` where one ends otherwise. */
  audit(): void;
  dispose(): void;
}

/**
 * Loads a program into a realm of its own.
 *
 * @param profile the kernel that its classes mirror
 * @param level how much restarts: 3, or less in tests
 * @throws ProgramFault `compile-error` or `policy-error`
 */
export function loadProgram(
  realm: Realm,
  program: Program,
  values: Values,
  names: Names,
  limits: Limits,
  profile: Profile = DEFAULT_PROFILE,
  level: Level = 3,
): LoadedProgram {
  const { modules, warnings } = compileProgram(program, level);
  load(realm, { do: 'load', level, profile, modules });
  const code = new Histories(realm, values, names, limits);
  return {
    code,
    warnings,
    setup: (maker, perform) => runSetup(realm, program.scenario, values, names, maker, perform),
    questions: () => code.questions,
    audit: () => code.audit(),
    dispose: () => realm.dispose(),
  };
}

/** Nothing of a program runs yet, and what is left to be wrong with its text is a regular expression. */
function load(realm: Realm, request: AgentRequest): void {
  try {
    askAgent(realm, request);
  } catch (error) {
    if (!(error instanceof ProgramFault) || error.data['name'] !== 'SyntaxError') throw error;
    const { message: detail = '' } = error.data;
    throw new ProgramFault('compile-error', 'syntax-error', { detail }, error);
  }
}

function runSetup(
  realm: Realm,
  scenario: string,
  values: Values,
  names: Names,
  maker: Maker,
  perform: Perform,
): SetupResult {
  let made = maker.made;
  let reply = askAgent<Reply>(realm, { do: 'setup', scenario });
  for (;;) {
    const { ending, frames } = reply;
    refuseMemory(ending);
    const named = nameCreated(reply.created, { ...maker, made }, 0, names, values);
    made += named.length;
    const handles = named.map(({ handle }) => handle);
    const resolve = (index: number): Handle => handles[index] ?? 0;
    const log = reply.log.map((entry) => decode(entry, resolve) as unknown as LogEntry);
    if ('threw' in ending)
      throw new ProgramFault('runtime-error', 'setup-threw', { ...ending.threw }, frames[0]);
    if (!('effect' in ending)) {
      // What was made last has no effect of its own to ride on.
      if (named.length > 0) perform({ type: 'currentThread' }, named, log, undefined);
      const result = askAgent<SetupWire>(realm, { do: 'finish', names: handles });
      return resultOf(result);
    }
    const effect = decodeEffect(ending.effect, values, resolve);
    if (effect.type === 'violation')
      throw new ProgramFault('effect-violation', effect.code, effect.data, frames[0]);
    const value = encode(values.get(perform(effect, named, log, frames[0])));
    const told: Told = { value, names: handles };
    reply = askAgent<Reply>(realm, { do: 'answer', ...told });
  }
}

function resultOf({ threads, guards, watch, data, labels, owned }: SetupWire): SetupResult {
  const unnamed = (): Handle => {
    throw new Error('internal bug: a thing without a name after setup');
  };
  const callOf = (number: number): SetupCall => {
    const guard = guards[number];
    if (guard === undefined) return { number };
    const { builder, arguments: threadNames } = decode(guard, unnamed) as {
      builder: string;
      arguments: string[];
    };
    return { number, guard: { type: builder as 'asleep', threads: threadNames } };
  };
  const pairs = <T>(record: Readonly<Record<Handle, T>>): Map<Handle, T> =>
    new Map(Object.entries(record).map(([handle, value]) => [Number(handle), value]));
  return {
    threads: Object.fromEntries(Object.entries(threads).map(([name, list]) => [name, list.map(callOf)])),
    watch,
    data: Object.fromEntries(Object.entries(data).map(([key, wire]) => [key, decode(wire, unnamed)])),
    labels: pairs(labels),
    owned: pairs(owned),
  };
}
