import type { Advance, Frame, Maker, Names } from '../../effects/code.ts';
import type { Effect } from '../../effects/effect.ts';
import type { Creation } from '../../effects/object.ts';
import { DEFAULT_PROFILE } from '../../effects/profile.ts';
import type { Limits, Program } from '../../effects/program.ts';
import { HandleValue, type Handle, type Value, type ValueId } from '../../effects/value.ts';
import { Values } from '../../effects/values.ts';
import { inProcessRealm } from '../in-process.ts';
import type { Level } from '../instrument/index.ts';
import { loadProgram, type LoadedProgram } from '../load-program.ts';
import type { Realm } from '../realm.ts';

/** Cells, mutexes that are not recursive, and threads that are clients: enough to search every schedule of small programs. */
export interface TinyWorld {
  readonly program: LoadedProgram;
  readonly values: Values;
  readonly names: readonly string[];
  /** Names of threads, in order. */
  readonly threads: readonly string[];
  readonly labels: ReadonlyMap<Handle, string>;
  explore(most?: number): Explored;
}

export interface Explored {
  readonly states: number;
  readonly questions: number;
  /** Every way to end, as text: results by thread, final values of the watched cells, or what went wrong. */
  readonly outcomes: readonly string[];
  /** Where the threads stood that a mistake ended. */
  readonly where: readonly (readonly Frame[])[];
  /** What an observer outside sees of a state: memory, owners, and each thread's pending effect. */
  readonly seen: ReadonlySet<string>;
}

interface Thread {
  readonly local: number;
  readonly call: number;
  readonly made: number;
  readonly results: readonly ValueId[];
}

interface State {
  readonly memory: ReadonlyMap<Handle, number>;
  readonly threads: readonly Thread[];
}

export const limits: Limits = {
  states: 100_000,
  questions: 50_000,
  history: 1_000,
  replayedEffects: 5_000_000,
  fuel: 1_000,
  steps: 10_000,
};

export interface TinyOptions {
  readonly level?: Level;
  readonly realm?: Realm;
  readonly limits?: Partial<Limits>;
}

export function openTinyWorld(
  source: string,
  files: Readonly<Record<string, string>>,
  options: TinyOptions = {},
): TinyWorld {
  const program: Program = { files, scenario: 'scenario.ts', trusted: ['scenario.ts'] };
  const values = new Values();
  const nameList: string[] = [''];
  const byName = new Map<string, Handle>();
  const names: Names = {
    handle(maker: Maker, index: number, creation: Creation): Handle {
      const name = `${maker.context}/${maker.call}/${maker.made + index} ${JSON.stringify(creation)}`;
      let handle = byName.get(name);
      if (handle === undefined) byName.set(name, (handle = nameList.push(name) - 1));
      return handle;
    },
  };
  const realm = options.realm ?? inProcessRealm(source);
  const loaded = loadProgram(
    realm,
    program,
    values,
    names,
    { ...limits, ...options.limits },
    DEFAULT_PROFILE,
    options.level ?? 3,
  );

  const initial = new Map<Handle, number>();
  const add = (memory: Map<Handle, number>, created: Advance['created']): void => {
    for (const { handle, creation } of created)
      memory.set(handle, creation.kind === 'cell' ? creation.value : 0);
  };
  const setup = loaded.setup({ context: 99, call: 0, made: 0 }, (effect, created) => {
    add(initial, created);
    const result = perform(values, initial, 99, effect);
    if (result === undefined) throw new Error(`setup waits at ${effect.type}`);
    return result;
  });
  const clients = Object.keys(setup.threads);
  const calls = Object.values(setup.threads);

  function start(
    memory: Map<Handle, number>,
    index: number,
    call: number,
    argument: ValueId,
    results: readonly ValueId[],
  ): Thread {
    const entry = calls[index]?.[call];
    if (!entry) return { local: 0, call, made: 0, results };
    const advance = loaded.code.startCall(entry.number, argument, { context: index, call, made: 0 });
    add(memory, advance.created);
    return arrive(memory, index, { local: advance.local, call, made: advance.created.length, results });
  }

  function arrive(memory: Map<Handle, number>, index: number, thread: Thread): Thread {
    const effect = loaded.code.effect(thread.local);
    if (effect.type !== 'return') return thread;
    return start(memory, index, thread.call + 1, effect.value, [...thread.results, effect.value]);
  }

  function step(state: State, index: number): State | undefined {
    const thread = state.threads[index] as Thread;
    const memory = new Map(state.memory);
    const result = perform(values, memory, index, loaded.code.effect(thread.local));
    if (result === undefined) return undefined;
    const advance = loaded.code.next(thread.local, result, {
      context: index,
      call: thread.call,
      made: thread.made,
    });
    add(memory, advance.created);
    const made = thread.made + advance.created.length;
    const moved = arrive(memory, index, { ...thread, local: advance.local, made });
    return { memory, threads: state.threads.map((t, i) => (i === index ? moved : t)) };
  }

  const text = (id: ValueId): string => show(values.get(id));
  const pending = ({ local }: Thread): string => {
    if (local === 0) return 'done';
    const effect = loaded.code.effect(local);
    return Object.entries(effect)
      .map(
        ([key, value]) =>
          `${key}=${idFields.has(key) && typeof value === 'number' ? text(value) : String(value)}`,
      )
      .join(' ');
  };

  function explore(most = 200_000): Explored {
    const memory = new Map(initial);
    const threads = clients.map((_, index) => start(memory, index, 0, values.intern(undefined), []));
    const queue: State[] = [{ memory, threads }];
    const known = new Set<string>();
    const seen = new Set<string>();
    const outcomes = new Set<string>();
    const where: (readonly Frame[])[] = [];
    for (let state = queue.pop(); state; state = queue.pop()) {
      const { threads } = state;
      const cells = [...state.memory]
        .toSorted(([a], [b]) => a - b)
        .map(([h, v]) => `${h}:${v}`)
        .join();
      const key = `${cells}|${threads.map((t) => `${t.local}/${t.call}/${t.made}/${t.results.join()}`).join('|')}`;
      if (known.has(key)) continue;
      known.add(key);
      if (known.size > most) throw new Error('too many states');
      const view = threads.map((t) => `${t.call} ${t.results.map(text).join()} ${pending(t)}`);
      seen.add(`${cells}|${view.join('|')}`);
      const broken = threads.find(({ local }) => {
        const type = local === 0 ? '' : loaded.code.effect(local).type;
        return type === 'throw' || type === 'violation';
      });
      if (broken) {
        outcomes.add(JSON.stringify(loaded.code.effect(broken.local)));
        where.push(loaded.code.frames(broken.local));
        continue;
      }
      const after = threads
        .map((t, i) => (t.local === 0 ? undefined : step(state, i)))
        .filter((s) => s !== undefined);
      queue.push(...after);
      if (after.length > 0) continue;
      const results = threads.map(
        (t, i) => `${clients[i]}: ${t.local === 0 ? t.results.map(text).join() : 'stuck'}`,
      );
      const watched = Object.entries(setup.watch).map(
        ([name, handle]) => `${name}=${text(state.memory.get(handle) ?? 0)}`,
      );
      outcomes.add([...results, ...watched].join(' '));
    }
    const questions = loaded.questions();
    return { states: known.size, questions, outcomes: [...outcomes].toSorted(), where, seen };
  }

  return { program: loaded, values, names: nameList, threads: clients, labels: setup.labels, explore };
}

const idFields = new Set(['value', 'operand', 'expected', 'event', 'arguments', 'body', 'continuation']);

function show(value: Value): string {
  if (value instanceof HandleValue) return `h${value.handle}`;
  if (typeof value === 'bigint') return `${value}n`;
  if (Object.is(value, -0)) return '-0';
  return value === undefined ? 'undefined' : JSON.stringify(value);
}

/** Performs an effect on memory. A mutex's memory is its owner, from 1. Undefined if it must wait. */
function perform(
  values: Values,
  memory: Map<Handle, number>,
  thread: number,
  effect: Effect,
): ValueId | undefined {
  const nothing = values.intern(undefined);
  switch (effect.type) {
    case 'load':
      return memory.get(effect.cell) ?? nothing;
    case 'store':
      memory.set(effect.cell, effect.value);
      return nothing;
    case 'lock':
      if (memory.get(effect.mutex) !== 0) return undefined;
      memory.set(effect.mutex, thread + 1);
      return nothing;
    case 'unlock':
      memory.set(effect.mutex, 0);
      return nothing;
    case 'currentThread':
      return values.intern(thread);
    default:
      return undefined;
  }
}
