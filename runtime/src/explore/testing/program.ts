import {
  HandleValue,
  ProcedureValue,
  type CellKind,
  type Creation,
  type Handle,
  type Value,
  type ValueId,
} from '../../effects/index.ts';
import { Kernel, type Call, type KernelOptions } from '../../kernel/index.ts';
import { NativeCode, type Routine } from './nativeCode.ts';

/** What a test program is made of, before its machine exists. */
export interface Program {
  readonly cells?: readonly { readonly kind: CellKind; readonly value: Value }[];
  /** Whether each is recursive. */
  readonly mutexes?: readonly boolean[];
  readonly spinLocks?: number;
  /** How many thread calls, each in one thread at a time. */
  readonly callouts?: number;
  /** How many objects, each with a field that is a plain cell. */
  readonly objects?: number;
  readonly devices?: readonly { readonly model: string; readonly config: Value }[];
  /** Procedures that are started by other means, e.g. interrupt handlers; their values are the machine's `procedures`. */
  readonly procedures?: (world: Machine) => readonly Routine[];
  /** A client each: its calls. */
  readonly clients: (world: Machine) => readonly (readonly (Routine | GuardedCall)[])[];
  /** Threads that need not finish: W0, W1, … */
  readonly daemons?: (world: Machine) => readonly Routine[];
  /** What the clients are called; A, B, C, … if left out. */
  readonly names?: readonly string[];
  readonly options?: Partial<KernelOptions>;
}

export interface GuardedCall {
  readonly routine: Routine;
  readonly guard: NonNullable<Call['guard']>;
}

/** A machine at the end of setup, and the names of what setup made. */
export interface Machine {
  readonly kernel: Kernel;
  readonly cells: readonly Handle[];
  readonly mutexes: readonly Handle[];
  readonly spinLocks: readonly Handle[];
  readonly callouts: readonly Handle[];
  readonly objects: readonly { readonly object: Handle; readonly field: Handle }[];
  readonly devices: readonly Handle[];
  readonly procedures: readonly ValueId[];
  /** What a client is called. */
  nameOf(client: number): string;
  /** The number of a value. */
  value(value: Value): ValueId;
}

export interface Ready extends Machine {
  readonly initial: Int32Array;
}

/** Builds the machine of a program. */
export function ready(program: Program): Ready {
  const code: { now?: NativeCode } = {};
  const kernel = new Kernel({ time: 'urgent', wakeOrder: 'any', models: {}, ...program.options }, () => {
    if (!code.now) throw new Error('no code yet');
    return code.now;
  });
  const setup = kernel.addContext('daemon', 'setup');
  const created: { handle: Handle; creation: Creation }[] = [];
  const create = (creation: Creation): Handle => {
    const maker = { context: setup.index, call: 0, made: created.length };
    const handle = kernel.records.handle(maker, 0, creation);
    created.push({ handle, creation });
    return handle;
  };
  const value = (v: Value): ValueId => kernel.values.intern(v);
  const cells = (program.cells ?? []).map((c) =>
    create({ kind: 'cell', cell: c.kind, value: value(c.value) }),
  );
  const mutexes = (program.mutexes ?? []).map((recursive) => create({ kind: 'mutex', recursive }));
  const spinLocks = Array.from({ length: program.spinLocks ?? 0 }, () => create({ kind: 'spinLock' }));
  const callouts = Array.from({ length: program.callouts ?? 0 }, () =>
    create({ kind: 'callout', runs: 'once' }),
  );
  const objects = Array.from({ length: program.objects ?? 0 }, () => {
    const field = create({ kind: 'cell', cell: 'plain', value: value(0) });
    const fields = value({ field: new HandleValue(field) });
    const object = create({ kind: 'object', class: 0, className: 'Thing', fields });
    kernel.records.adopt(object, field);
    return { object, field };
  });
  const devices = (program.devices ?? []).map(({ model, config }) =>
    create({ kind: 'device', model, config: value(config) }),
  );
  const routines: Routine[] = [];
  const procedures: ValueId[] = [];
  const nameOf = (client: number): string => program.names?.[client] ?? String.fromCharCode(65 + client);
  const machine: Machine = {
    kernel,
    cells,
    mutexes,
    spinLocks,
    callouts,
    objects,
    devices,
    procedures,
    nameOf,
    value,
  };
  const procedure = (routine: Routine): ValueId =>
    value(new ProcedureValue(routines.push(routine) - 1, null, 'procedure'));
  for (const routine of program.procedures?.(machine) ?? []) procedures.push(procedure(routine));
  // the same routine is the same call, whoever makes it
  const numberOf = (routine: Routine): number => {
    const known = routines.indexOf(routine);
    return known < 0 ? routines.push(routine) - 1 : known;
  };
  const clients = program.clients(machine).map((calls, i) => {
    const list = calls.map((call): Call => {
      const guarded = 'routine' in call ? call : undefined;
      const number = numberOf(guarded ? guarded.routine : (call as Routine));
      return guarded ? { number, guard: guarded.guard } : { number };
    });
    return kernel.addContext('client', nameOf(i), 0, list);
  });
  const daemons = (program.daemons?.(machine) ?? []).map((routine, i) => ({
    context: kernel.addContext('daemon', `W${i}`),
    body: procedure(routine),
  }));
  code.now = new NativeCode(kernel.values, routines);
  const initial = new Int32Array(1 << 10);
  kernel.bringAbout(initial, setup, created, []);
  for (const { context, body } of daemons) kernel.enter(initial, context, body, value([]));
  for (const c of clients) kernel.startCall(initial, c, 0, value(undefined));
  return { ...machine, initial };
}
