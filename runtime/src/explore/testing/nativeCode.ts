import {
  ProcedureValue,
  type Advance,
  type Code,
  type Effect,
  type Frame,
  type Maker,
  type ValueId,
  type Values,
} from '../../effects/index.ts';

/** A call's variables; value numbers, 0 while nothing was assigned. */
export type Registers = readonly ValueId[];

/** One line of a test program. Only `ask` is a step. */
export type Instruction =
  | { readonly op: 'ask'; readonly effect: Effect | ((r: Registers) => Effect); readonly to?: number }
  | { readonly op: 'set'; readonly register: number; readonly to: (r: Registers) => ValueId }
  | { readonly op: 'jump'; readonly to: number; readonly when?: (r: Registers) => boolean }
  | { readonly op: 'return'; readonly value?: (r: Registers) => ValueId };

export type Routine = readonly Instruction[];

interface Local {
  readonly routine: number;
  readonly at: number;
  readonly registers: Registers;
  readonly effect: Effect;
}

/**
 * Programs as lists of instructions: a local state is (routine, instruction, registers), interned, so that a loop is a cycle.
 * A routine is a client's call by its index, or the procedure value of that number.
 */
export class NativeCode implements Code {
  readonly #routines: readonly Routine[];
  readonly #values: Values;
  readonly #locals: (Local | undefined)[] = [undefined];
  readonly #byName = new Map<string, number>();
  readonly #next: Map<ValueId, Advance>[] = [];

  constructor(values: Values, routines: readonly Routine[]) {
    this.#values = values;
    this.#routines = routines;
  }

  startCall(call: number, argument: ValueId): Advance {
    return this.#run(call, 0, [argument]);
  }

  startProcedure(procedure: ValueId, args: ValueId): Advance {
    const value = this.#values.get(procedure);
    if (!(value instanceof ProcedureValue)) throw new Error('not a procedure');
    return this.#run(value.implementation, 0, [args]);
  }

  next(local: number, answer: ValueId, _maker: Maker): Advance {
    const answers = (this.#next[local] ??= new Map<ValueId, Advance>());
    const known = answers.get(answer);
    if (known) return known;
    const { routine, at, registers } = this.#local(local);
    const instruction = this.#routines[routine][at];
    const after = [...registers];
    if (instruction.op === 'ask' && instruction.to !== undefined) after[instruction.to] = answer;
    const advance = this.#run(routine, at + 1, after);
    answers.set(answer, advance);
    return advance;
  }

  effect(local: number): Effect {
    return this.#local(local).effect;
  }

  frames(local: number): readonly Frame[] {
    const { routine, at } = this.#local(local);
    return [{ file: 'test', line: at + 1, procedure: `routine ${routine}` }];
  }

  /** On to the next effect. */
  #run(routine: number, start: number, before: Registers): Advance {
    const registers = Array.from({ length: before.length }, (_, i) => before[i] ?? 0);
    for (let at = start; ; at++) {
      const instruction = this.#routines[routine][at] ?? { op: 'return' };
      if (instruction.op === 'ask') {
        const { effect } = instruction;
        return this.#arrive(
          routine,
          at,
          registers,
          typeof effect === 'function' ? effect(registers) : effect,
        );
      }
      if (instruction.op === 'return') {
        const value = instruction.value?.(registers) ?? this.#values.intern(undefined);
        return this.#arrive(routine, at, [value], { type: 'return', value });
      }
      if (instruction.op === 'set') registers[instruction.register] = instruction.to(registers);
      else if (!instruction.when || instruction.when(registers)) at = instruction.to - 1;
    }
  }

  #arrive(routine: number, at: number, registers: Registers, effect: Effect): Advance {
    const name = `${routine}:${at}:${registers.join()}`;
    let local = this.#byName.get(name);
    if (local === undefined) {
      local = this.#locals.push({ routine, at, registers, effect }) - 1;
      this.#byName.set(name, local);
    }
    return { local, created: [], log: [] };
  }

  #local(local: number): Local {
    const known = this.#locals[local];
    if (!known) throw new Error(`no local state ${local}`);
    return known;
  }
}
