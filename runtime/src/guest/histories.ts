import type { Advance, Code, Frame, LogEntry, Maker, Names } from '../effects/code.ts';
import type { Effect } from '../effects/effect.ts';
import type { Limits } from '../effects/program.ts';
import { ProcedureValue, type Handle, type Value, type ValueId } from '../effects/value.ts';
import type { Values } from '../effects/values.ts';
import { decode, encode, type Wire } from '../effects/wire.ts';
import { mostCallsWithoutEffect, mostNestedCalls } from './bounds.ts';
import { decodeEffect } from './decode-effect.ts';
import { HistoryTree, type Node, type Reached } from './history-tree.ts';
import { nameCreated, type Named } from './name-created.ts';
import { ProgramFault } from './program-fault.ts';
import type { Told } from './realm/history.ts';
import type { Realm } from './realm.ts';
import { resolveWire } from './resolve-wire.ts';

/** A local state: a stack of histories. `names` are those of what was made just before the pending effect. */
interface Local {
  readonly node: Node;
  readonly names: readonly Handle[];
  /** The caller's local state, or 0. */
  readonly caller: number;
  readonly depth: number;
  effect: Effect | undefined;
  /** By answer; by answer and maker where something was made on the way. */
  readonly next: Map<ValueId, Advance | Map<string, Advance>>;
}

/** A program's threads as pure functions: asks the realm what it does not know yet, and remembers it. */
export class Histories implements Code {
  readonly #tree: HistoryTree;
  readonly #values: Values;
  readonly #names: Names;
  readonly #locals: (Local | undefined)[] = [undefined];
  readonly #byKey = new Map<string, number>();
  /** Where an error began that nobody caught. */
  readonly #thrownAt = new Map<number, readonly Frame[]>();
  readonly #starts = new Map<string, Advance | Map<string, Advance>>();

  constructor(realm: Realm, values: Values, names: Names, limits: Limits) {
    this.#tree = new HistoryTree(realm, limits);
    this.#values = values;
    this.#names = names;
  }

  get questions(): number {
    return this.#tree.questions;
  }

  audit(): void {
    this.#tree.audit();
  }

  startCall(call: number, argument: ValueId, maker: Maker): Advance {
    return this.#remember(this.#starts, `c${call} ${argument}`, maker, () =>
      this.#tree.start({ call, argument: encode(this.#values.get(argument)) }),
    );
  }

  startProcedure(procedure: ValueId, args: ValueId, maker: Maker): Advance {
    return this.#remember(this.#starts, `p${procedure} ${args}`, maker, () => {
      const value = this.#values.get(procedure);
      const given = this.#values.get(args);
      if (!(value instanceof ProcedureValue) || !Array.isArray(given))
        throw new Error('internal bug: no procedure');
      const { implementation, self } = value;
      return this.#tree.start({
        procedure: implementation,
        self: encode(self),
        args: (given as readonly Value[]).map(encode),
      });
    });
  }

  next(local: number, answer: ValueId, maker: Maker): Advance {
    const at = this.#local(local);
    const known = at.next.get(answer);
    if (known && !(known instanceof Map)) return known;
    return this.#remember(
      at.next,
      answer,
      maker,
      () => this.#tell(at, encode(this.#values.get(answer))),
      at.caller,
    );
  }

  effect(local: number): Effect {
    const at = this.#local(local);
    return (at.effect ??= this.#effectOf(at));
  }

  frames(local: number): readonly Frame[] {
    const thrownAt = this.#thrownAt.get(local);
    if (thrownAt) return thrownAt.filter(({ line }) => line > 0);
    const frames: Frame[] = [];
    for (let id = local; id !== 0;) {
      const { node, caller } = this.#local(id);
      frames.push(...node.reply.frames.filter(({ line }) => line > 0));
      id = caller;
    }
    return frames;
  }

  #local(id: number): Local {
    const local = this.#locals[id];
    if (!local) throw new Error(`internal bug: no local state ${id}`);
    return local;
  }

  #effectOf({ node, names }: Local): Effect {
    const { ending } = node.reply;
    const resolve = (index: number): Handle => names[index] ?? 0;
    if ('effect' in ending) return decodeEffect(ending.effect, this.#values, resolve);
    if ('returned' in ending)
      return { type: 'return', value: this.#values.intern(decode(ending.returned, resolve)) };
    if ('threw' in ending) return { type: 'throw', ...ending.threw };
    throw new Error('internal bug: a local state inside a call');
  }

  /** Gives a history its answer, with the names of what it made. */
  #tell({ node, names }: Local, value: Wire): Reached {
    return this.#answer(node, names, JSON.stringify(value), { value });
  }

  #answer(node: Node, names: readonly Handle[], key: string, told: Told): Reached {
    if (names.length === 0) return this.#tree.next(node, key, told);
    return this.#tree.next(node, `${key} ${names.join(',')}`, { ...told, names });
  }

  #remember<K>(
    known: Map<K, Advance | Map<string, Advance>>,
    key: K,
    maker: Maker,
    reach: () => Reached,
    caller = 0,
  ): Advance {
    const found = known.get(key);
    if (found && !(found instanceof Map)) return found;
    const who = `${maker.context}/${maker.call}/${maker.made}`;
    const same = found?.get(who);
    if (same) return same;
    const advance = this.#settle(reach(), caller, maker);
    if (advance.created.length === 0) known.set(key, advance);
    else known.set(key, (found ?? new Map<string, Advance>()).set(who, advance));
    return advance;
  }

  /** Runs into calls and out of them until somebody asks the kernel something. */
  #settle(first: Reached, firstCaller: number, maker: Maker): Advance {
    const created: Named[] = [];
    const log: LogEntry[] = [];
    let reached = first;
    let thrownAt: readonly Frame[] = [];
    let caller = firstCaller;
    for (let calls = 0; calls < mostCallsWithoutEffect; calls++) {
      const { node } = reached;
      const names = this.#nameAll(node, maker, created);
      const resolve = (index: number): Handle => names[index] ?? 0;
      for (const entry of reached.log) log.push(decode(entry, resolve) as unknown as LogEntry);
      const { ending } = node.reply;
      if ('call' in ending) {
        caller = this.#intern(node, names, caller);
        const { implementation, self, args } = ending.call;
        reached = this.#tree.start({
          procedure: implementation,
          self: resolveWire(self, names),
          args: args.map((arg) => resolveWire(arg, names)),
        });
      } else if ('effect' in ending || caller === 0) {
        const local = this.#intern(node, names, caller);
        if ('threw' in ending && thrownAt.length > 0) this.#thrownAt.set(local, thrownAt);
        return { local, created, log };
      } else {
        const at = this.#local(caller);
        if ('threw' in ending) {
          if (thrownAt.length === 0) thrownAt = [...node.reply.frames, ...this.frames(caller)];
          reached = this.#answer(at.node, at.names, `!${JSON.stringify(ending.threw)}`, ending);
        } else {
          thrownAt = [];
          reached = this.#tell(at, resolveWire(ending.returned, names));
        }
        caller = at.caller;
      }
    }
    throw new ProgramFault('fuel-exceeded', 'calls-without-effect');
  }

  #nameAll(node: Node, maker: Maker, created: Named[]): Handle[] {
    const wires = node.reply.created;
    if (wires.length === 0) return [];
    const named = nameCreated(wires, maker, created.length, this.#names, this.#values);
    const names = named.map(({ handle }) => handle);
    wires.forEach(({ fields, prototype, private: field }, i) => {
      const handle = names[i];
      const record = resolveWire(fields, names) as Record<string, Wire>;
      if (handle !== undefined)
        this.#tree.introduce(handle, {
          prototype,
          fields: record,
          ...(field !== undefined && { private: field }),
        });
    });
    created.push(...named);
    return names;
  }

  #intern(node: Node, names: readonly Handle[], caller: number): number {
    const key = `${node.id} ${caller} ${names.join(',')}`;
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const depth = caller === 0 ? 1 : this.#local(caller).depth + 1;
    if (depth > mostNestedCalls)
      throw new ProgramFault('runtime-error', 'too-many-nested-calls', {}, node.reply.frames[0]);
    const id = this.#locals.push({ node, names, caller, depth, effect: undefined, next: new Map() }) - 1;
    this.#byKey.set(key, id);
    return id;
  }
}
