import {
  ProcedureValue,
  type Advance,
  type Code,
  type Creation,
  type Effect,
  type Frame,
  type Maker,
  type Names,
  type Value,
  type ValueId,
  type Values,
} from '../../effects/index.ts';

/** One thing a script asks; it may look at the answers so far. */
export type Ask = Effect | Make | ((answers: readonly Value[]) => Effect);
/** Something made on the way to the next ask. */
export interface Make {
  readonly make: Creation;
}
export type Script = readonly Ask[];

interface Local {
  readonly script: number;
  readonly at: number;
  readonly answers: readonly Value[];
  readonly effect: Effect;
}

/** Programs as lists of effects; a call returns the list of its answers. Remembers what each context was answered. */
export class Scripts implements Code {
  readonly scripts: Script[] = [];
  readonly heard = new Map<number, Value[]>();
  readonly #values: Values;
  readonly #names: () => Names;
  readonly #locals: (Local | undefined)[] = [undefined];

  constructor(values: Values, names: () => Names) {
    this.#values = values;
    this.#names = names;
  }

  /** A script as a value: a thread's body, a handler. */
  procedure(script: Script): ValueId {
    return this.#values.intern(new ProcedureValue(this.scripts.push(script) - 1, null, 'procedure'));
  }

  startCall(call: number, _argument: ValueId, maker: Maker): Advance {
    return this.#on(call, 0, [], maker);
  }

  startProcedure(procedure: ValueId, _args: ValueId, maker: Maker): Advance {
    const value = this.#values.get(procedure) as ProcedureValue;
    return this.#on(value.implementation, 0, [], maker);
  }

  next(local: number, answer: ValueId, maker: Maker): Advance {
    const { script, at, answers } = this.#local(local);
    const value = this.#values.get(answer);
    this.heard.set(maker.context, [...(this.heard.get(maker.context) ?? []), value]);
    return this.#on(script, at + 1, [...answers, value], maker);
  }

  effect(local: number): Effect {
    return this.#local(local).effect;
  }

  frames(local: number): readonly Frame[] {
    const { script, at } = this.#local(local);
    return [{ file: 'test', line: at + 1, procedure: `script ${script}` }];
  }

  #on(script: number, start: number, answers: readonly Value[], maker: Maker): Advance {
    const created: Advance['created'][number][] = [];
    for (let at = start; ; at++) {
      const ask = this.scripts[script]?.[at];
      if (ask && 'make' in ask) {
        const handle = this.#names().handle(maker, created.length, ask.make);
        created.push({ handle, creation: ask.make });
        continue;
      }
      const returns: Effect = { type: 'return', value: this.#values.intern(answers) };
      const effect = typeof ask === 'function' ? ask(answers) : (ask ?? returns);
      return { local: this.#locals.push({ script, at, answers, effect }) - 1, created, log: [] };
    }
  }

  #local(local: number): Local {
    const known = this.#locals[local];
    if (!known) throw new Error(`no local state ${local}`);
    return known;
  }
}
