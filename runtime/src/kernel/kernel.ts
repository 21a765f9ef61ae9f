import type {
  Advance,
  Code,
  Creation,
  Effect,
  Frame,
  Handle,
  LogEntry,
  Maker,
  Profile,
  Value,
  ValueId,
} from '../effects/index.ts';
import { HandleValue, Values } from '../effects/index.ts';
import { answer } from './answer.ts';
import { begin, plugInCallout, type Callout } from './callouts.ts';
import { isIdle, runsAgain, type Call, type Context } from './contexts.ts';
import { moveDevice, plugIn, type Device } from './devices.ts';
import type { DeviceModel } from './device.ts';
import type { KernelEvent } from './events.ts';
import type { KernelFailure } from './failure.ts';
import type { GenerationChange } from './generations.ts';
import { deliver, traceHandler, type Line } from './interrupts.ts';
import * as L from './layout.ts';
import { canTake, resume } from './mutexes.ts';
import { adoptFields } from './objects.ts';
import { Records } from './records.ts';
import { expire } from './clock.ts';
import { flush, isReturning } from './flush.ts';
import { FLUSH, StoreBuffers } from './storeBuffers.ts';

export interface KernelOptions {
  /** When deadlines may pass: `urgent`, only when nothing else must or can move; `any`, at any point. */
  readonly time: 'urgent' | 'any';
  /** Whom a wakeup of one thread wakes: any of the waiters (explored), or the one that waits longest. */
  readonly wakeOrder: 'any' | 'fifo';
  /** `tso`: stores to plain and unsynchronized cells wait in a buffer, as on x86. `sc`, if left out: all see them at once. */
  readonly memory?: 'sc' | 'tso';
  /** Whether a mutex checks that its taker could block; `development`, if left out: it does. */
  readonly build?: Profile['build'];
  readonly models: Readonly<Record<string, DeviceModel>>;
}

/** A choice as one integer: context << 8 | alternative. */
export type PackedChoice = number;

/**
 * The simulated machine. A system state is an Int32Array that the caller owns; `enabled` says what can move in it and `step`
 * moves it, in place. Between two steps the machine remembers only names and values, never the state.
 */
export class Kernel {
  readonly values = new Values();
  readonly records: Records;
  readonly contexts: Context[] = [];
  readonly devices: Device[] = [];
  readonly lines: Line[] = [];
  readonly callouts: Callout[] = [];
  /** What is done to generations of timers, by what they are and what is done. */
  readonly generations = new Map<string, GenerationChange>();
  /** Where the spin locks have their words. */
  readonly spinLocks: number[] = [];
  /** Where memory has store buffers. */
  readonly buffers: StoreBuffers | undefined;
  readonly clock: Context;
  /** What runs before everything else, alone. */
  readonly setup: Context;
  /** The answers that are given all the time. */
  readonly nothing: ValueId;
  readonly yes: ValueId;
  readonly no: ValueId;
  readonly noArguments: ValueId;
  /** Whether the program ever reads the clock; until it does, states do not remember the time. */
  readsClock = false;
  /** Whether the clock has moved unread, in any state. */
  movedUnread = false;
  /** Told what a step does; undefined while exploring. */
  listener: ((event: KernelEvent) => void) | undefined;
  /** Threads that setup started; they begin when it is over. */
  readonly afterSetup: (() => void)[] = [];
  readonly options: KernelOptions;
  readonly #byHandle: (Context | undefined)[] = [];
  /** By list of results and one result more: the list with it. */
  readonly #longer = new Map<number, ValueId>();
  /** By local state: what is asked there. */
  readonly #effects: Effect[] = [];
  readonly #load: () => Code;
  #code: Code | undefined;

  constructor(options: KernelOptions, code: () => Code) {
    this.options = options;
    this.#load = code;
    if (options.memory === 'tso') this.buffers = new StoreBuffers();
    const configOf = (c: Creation): unknown => c.kind === 'device' && this.values.get(c.config);
    this.records = new Records(options.models, configOf, this.buffers !== undefined);
    this.nothing = this.values.intern(undefined);
    this.yes = this.values.intern(true);
    this.no = this.values.intern(false);
    this.noArguments = this.values.intern([]);
    this.clock = this.addContext('clock', 'clock');
    this.setup = this.addContext('daemon', 'setup');
  }

  get code(): Code {
    return (this.#code ??= this.#load());
  }

  /** A column of the world, the same for the same kind and name; it does nothing until it is started. */
  addContext(kind: Context['kind'], name: string, of: Handle = 0, calls: readonly Call[] = []): Context {
    const handle = this.records.own('thread', kind === 'client' ? name : `${kind} ${name}`);
    const known = this.#byHandle[handle];
    if (known) return known;
    const namesake = this.contexts.find((c) => c.name === name);
    if (namesake) namesake.name = this.freeName(name);
    const { slot } = this.records.must(handle);
    const value = this.values.intern(new HandleValue(handle));
    const index = this.contexts.length;
    const none = { line: undefined, device: undefined, callout: undefined };
    const context = { index, kind, handle, value, slot, name, calls, of, ...none };
    this.contexts.push(context);
    this.#byHandle[handle] = context;
    return context;
  }

  contextOf(handle: Handle): Context | undefined {
    return this.#byHandle[handle];
  }

  /** The name, or where a context has it the name with a number: `usb 2`. */
  freeName(name: string): string {
    const isTaken = (wanted: string): boolean => this.contexts.some((c) => c.name === wanted);
    let free = name;
    for (let n = 2; isTaken(free); n++) free = `${name} ${n}`;
    return free;
  }

  /** Takes one step, in place. */
  step(s: Int32Array, choice: PackedChoice): void {
    const me = this.contexts[choice >> 8];
    const alternative = choice & 255;
    if (!me) throw new Error(`internal bug: no context ${choice >> 8}`);
    if (me.kind === 'clock') return expire(this, s, alternative);
    if (me.kind === 'device') return moveDevice(this, s, me, alternative);
    if (alternative === FLUSH || isReturning(s, me)) return flush(this, s, me);
    const phase = s[me.slot + L.STATUS] & L.PHASE;
    if (isIdle(me, phase)) return me.callout ? begin(this, s, me, me.callout) : deliver(this, s, me);
    if (phase === L.WOKEN) return resume(this, s, me);
    if (s[me.slot + L.STATUS] & L.FRESH) this.#leaveFresh(s, me);
    const effect = this.pending(s, me);
    const result = answer(this, s, me, effect, alternative);
    if (result !== 0 && s[L.FAILED] === 0) this.proceed(s, me, result);
  }

  /** The effect that a running or waiting context has pending. */
  pending(s: Int32Array, me: Context): Effect {
    return this.#effectAt(s[me.slot + L.LOCAL]);
  }

  /** Performs an effect of setup, which runs alone. Answers 0 where it would have to wait, or has failed. */
  perform(s: Int32Array, me: Context, effect: Effect): ValueId | 0 {
    this.setPhase(s, me, L.RUNNING);
    // no state is stored yet that would have to know the time
    if (effect.type === 'now' || effect.type === 'intervalToDeadline') this.readsClock = true;
    const waits = effect.type === 'lock' && !canTake(this, s, me, effect.mutex);
    return waits ? 0 : answer(this, s, me, effect, 0);
  }

  /** Where a context stands, innermost first; nowhere between two calls. */
  where(s: Int32Array, me: Context): readonly Frame[] {
    const local = s[me.slot + L.LOCAL];
    return local === 0 ? [] : this.code.frames(local);
  }

  /** Gives a context the answer to its pending effect; it runs ahead to its next one. */
  proceed(s: Int32Array, me: Context, result: ValueId): void {
    this.arrive(s, me, this.code.next(s[me.slot + L.LOCAL], result, this.maker(s, me)));
  }

  /** Starts a procedure in a context: a thread's body, a handler, a continuation. */
  enter(s: Int32Array, me: Context, procedure: ValueId, args: ValueId = this.noArguments): void {
    this.setPhase(s, me, L.RUNNING);
    this.arrive(s, me, this.code.startProcedure(procedure, args, this.maker(s, me)));
  }

  /** Starts a client's call; when the list is at its end, or the thread was terminated, the thread is done. */
  startCall(s: Int32Array, me: Context, index: number, argument: ValueId): void {
    s[me.slot + L.CALL] = index << 16;
    s[me.slot + L.MOMENT] = 0;
    const call = me.calls[index];
    if (!call || s[me.slot + L.STATUS] & L.TERMINATED) return this.finish(s, me);
    s[me.slot + L.STATUS] |= L.FRESH;
    this.setPhase(s, me, L.RUNNING);
    this.arrive(s, me, this.code.startCall(call.number, argument, this.maker(s, me)));
  }

  /** What was made and said on the way to a local state happens; what ends a call ends it. */
  arrive(s: Int32Array, me: Context, advance: Advance): void {
    const { local, created, log } = advance;
    if (created.length > 0 || log.length > 0) this.bringAbout(s, me, created, log);
    const at = me.slot;
    s[at + L.LOCAL] = local;
    s[at + L.CALL] += created.length;
    const effect = this.#effectAt(local);
    if (effect.type === 'return') return this.#atReturn(s, me, effect.value);
    if (effect.type === 'throw') {
      return this.fail(s, me, 'runtime-error', 'uncaught', { name: effect.name, message: effect.message });
    }
    if (effect.type === 'violation') return this.fail(s, me, 'violation', effect.code, effect.data);
  }

  /** Makes what the guest created, and passes on what it logged. */
  bringAbout(
    s: Int32Array,
    me: Context,
    created: readonly { readonly handle: Handle; readonly creation: Creation }[],
    log: readonly LogEntry[],
  ): void {
    for (const { handle, creation } of created) if (creation.kind === 'callout') plugInCallout(this, handle);
    if (!this.fits(s, me)) return;
    for (const { handle, creation } of created) {
      const { slot } = this.records.must(handle);
      if (creation.kind === 'cell') s[slot] = creation.value;
      if (creation.kind === 'object') {
        s[slot] = 2;
        if (me !== this.setup) adoptFields(this, handle, creation, created);
      }
      if (creation.kind === 'device') plugIn(this, handle);
      if (creation.kind === 'spinLock' && !this.spinLocks.includes(slot)) this.spinLocks.push(slot);
    }
    if (this.listener) for (const entry of log) this.listener({ type: 'note', context: me.index, entry });
  }

  /** Whether all that has a name so far has its words in the state; if not, the run ends. */
  fits(s: Int32Array, me: Context): boolean {
    if (this.records.width <= s.length) return true;
    this.fail(s, me, 'violation', 'out-of-memory');
    return false;
  }

  /** The run ends here. */
  fail(
    s: Int32Array,
    me: Context,
    kind: KernelFailure['kind'],
    code: string,
    data: KernelFailure['data'] = {},
  ): void {
    s[L.FAILED] = this.values.intern({ kind, code, data, context: me.index });
    this.listener?.({ type: 'failed' });
  }

  /** A kernel panic, with XNU's own message. Returns 0: there is no answer. */
  panic(s: Int32Array, me: Context, message: string): 0 {
    this.fail(s, me, 'panic', 'panic', { message });
    return 0;
  }

  /** The failure that ended the run, if one did. */
  failure(s: Int32Array): KernelFailure | undefined {
    return s[L.FAILED] === 0 ? undefined : (this.values.get(s[L.FAILED]) as unknown as KernelFailure);
  }

  setPhase(s: Int32Array, me: Context, phase: number): void {
    s[me.slot + L.STATUS] = (s[me.slot + L.STATUS] & ~L.PHASE) | phase;
  }

  maker(s: Int32Array, me: Context): Maker {
    const call = s[me.slot + L.CALL];
    return { context: me.index, call: call >> 16, made: call & 0xffff };
  }

  /** The call or handler is over; nothing is pending. */
  finish(s: Int32Array, me: Context): void {
    s[me.slot + L.LOCAL] = 0;
    s[me.slot + L.MOMENT] = 0;
    // a handler runs again, and what it makes then must have other names
    if (!runsAgain(me)) s[me.slot + L.CALL] = 0;
    s[me.slot + L.STATUS] &= ~L.FRESH;
    this.setPhase(s, me, L.DONE);
  }

  /** A call that was over but for its stores ends. */
  endCall(s: Int32Array, me: Context): void {
    s[me.slot + L.STATUS] &= ~L.RETURNING;
    const effect = this.pending(s, me);
    if (effect.type === 'return') this.#returned(s, me, effect.value);
  }

  /** A call ends, and a handler, when the last of its stores has reached memory. */
  #atReturn(s: Int32Array, me: Context, value: ValueId): void {
    if (!this.buffers || s[me.slot + L.BUFFER] === 0) return this.#returned(s, me, value);
    s[me.slot + L.STATUS] |= L.RETURNING;
  }

  #effectAt(local: number): Effect {
    return (this.#effects[local] ??= this.code.effect(local));
  }

  #leaveFresh(s: Int32Array, me: Context): void {
    s[me.slot + L.STATUS] &= ~L.FRESH;
    this.listener?.({ type: 'callStart', context: me.index, call: s[me.slot + L.CALL] >> 16 });
  }

  #returned(s: Int32Array, me: Context, value: ValueId): void {
    traceHandler(this, s, me, 'end');
    if (me.kind !== 'client') return this.finish(s, me);
    if (s[me.slot + L.STATUS] & L.FRESH) this.#leaveFresh(s, me);
    const call = s[me.slot + L.CALL] >> 16;
    s[me.slot + L.RESULTS] = this.#withResult(s[me.slot + L.RESULTS], value);
    this.listener?.({ type: 'callEnd', context: me.index, call, result: value });
    this.startCall(s, me, call + 1, value);
  }

  #withResult(results: ValueId | 0, value: ValueId): ValueId {
    const key = results * 2 ** 26 + value;
    const known = this.#longer.get(key);
    if (known !== undefined) return known;
    const before = (this.values.get(results) ?? []) as readonly Value[];
    const longer = this.values.intern([...before, this.values.get(value)]);
    this.#longer.set(key, longer);
    return longer;
  }
}
