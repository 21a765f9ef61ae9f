import { HandleValue, type Effect, type Handle } from '../../effects/index.ts';
import {
  isIdle,
  layout as L,
  mustNotBlock,
  ownerOf,
  plainAccess,
  type Context,
  type Kernel,
  type PackedChoice,
} from '../../kernel/index.ts';
import { ABOUT_TIME, TABLE, type Kind, type Row, type Subject } from './dependence.ts';
import { Refused } from './refused.ts';

/** Who may have to wait for what before it can take a step. */
export type Waits = 'never' | 'for a lock' | 'for something else';

/** A step that a context is about to take: the same wherever it is taken, as long as nothing it depends on comes in between. */
export interface Step {
  readonly choice: PackedChoice;
  readonly context: number;
  /** What it touches: thing * 2, plus 1 for a write. */
  readonly accesses: readonly number[];
  readonly waits: Waits;
  /** Where the lock that it is about has its word, or 0. */
  readonly lock: number;
  /** What it is depends on more than its context's local state: whom a wakeup wakes, which of its moves a device takes. */
  readonly varies: boolean;
  /** It starts a thread. */
  readonly starts: boolean;
  /** The plain cell that it accesses * 2, plus 1 for a write; 0 if it accesses none. */
  readonly plain: number;
}

/** Whether the order of two steps can matter. */
export function depend(a: Step, b: Step): boolean {
  if (a.context === b.context) return true;
  for (const one of a.accesses) {
    for (const other of b.accesses) if (one >> 1 === other >> 1 && (one | other) & 1) return true;
  }
  return false;
}

const EFFECTS_ON_LOCKS = ['lock', 'tryLock', 'unlock', 'destroyMutex', 'sleep'];
const EFFECTS_ON_SPIN_LOCKS = ['lockSpin', 'tryLockSpin', 'unlockSpin', 'destroySpin'];

/** Reads steps off states, by the dependence table; strict: it refuses what the table does not cover. */
export class Steps {
  readonly #k: Kernel;
  readonly #rows = new Map<Kind, readonly Row[]>();
  /** Things by their names; numbered densely. */
  readonly #things = new Map<string, number>();
  /**
   * By context and local state; `#woken` for those that go on after a wait, `#unwaiting` for those that cannot wait for a mutex: a call
   * may have forgotten what it holds.
   */
  readonly #known: (Step | undefined)[][] = [];
  readonly #unwaiting: (Step | undefined)[][] = [];
  readonly #woken: (Step | undefined)[][] = [];

  readonly #strict: boolean;

  constructor(
    k: Kernel,
    { table = TABLE, strict = true }: { readonly table?: readonly Row[]; readonly strict?: boolean } = {},
  ) {
    this.#k = k;
    this.#strict = strict;
    for (const row of table) this.#rows.set(row[0], [...(this.#rows.get(row[0]) ?? []), row]);
  }

  /** The step that a choice would be. Throws Refused. */
  of(s: Int32Array, choice: PackedChoice): Step {
    const c = this.#k.contexts[choice >> 8];
    const status = s[c.slot + L.STATUS];
    const phase = status & L.PHASE;
    if (c.kind === 'device' || isIdle(c, phase)) return this.#read(s, c, choice, phase);
    const local = s[c.slot + L.LOCAL];
    const guarded = status & L.FRESH && c.calls[s[c.slot + L.CALL] >> 16]?.guard;
    const cache = (this.#cacheOf(s, c, phase)[c.index] ??= []);
    const known = guarded ? undefined : cache[local];
    if (known) return known;
    const step = this.#read(s, c, choice, phase);
    if (!guarded && !step.varies) cache[local] = step;
    return step;
  }

  #cacheOf(s: Int32Array, c: Context, phase: number): (Step | undefined)[][] {
    if (phase === L.WOKEN) return this.#woken;
    return this.#cannotWait(s, c, this.#k.pending(s, c)) ? this.#unwaiting : this.#known;
  }

  /** Whether it asks for a mutex that it has, or must not wait for: as a try-lock it finds it free or not, or panics. */
  #cannotWait(s: Int32Array, c: Context, asks: Effect): boolean {
    if (asks.type !== 'lock') return false;
    const record = this.#k.records.get(asks.mutex);
    return mustNotBlock(this.#k, s, c) || (record !== undefined && ownerOf(s, record.slot) === c.index);
  }

  #read(s: Int32Array, c: Context, choice: PackedChoice, phase: number): Step {
    const asks = c.kind === 'device' || isIdle(c, phase) ? undefined : this.#k.pending(s, c);
    const guarded = s[c.slot + L.STATUS] & L.FRESH && c.calls[s[c.slot + L.CALL] >> 16]?.guard;
    if (asks && this.#strict) refuse(c, asks);
    const kinds = kindsOf(c, phase, asks);
    if (guarded) kinds.push('guard');
    const accesses = kinds.flatMap((kind) =>
      (this.#rows.get(kind) ?? []).flatMap(([, subject, how]) =>
        this.#subjects(s, c, choice, asks, subject).map(
          (thing) => this.#number(thing) * 2 + (how === 'writes' ? 1 : 0),
        ),
      ),
    );
    const waits = guarded ? 'for something else' : this.#waitsOf(s, c, phase, asks);
    const wakes = asks?.type === 'wakeup' || asks?.type === 'abortThread';
    const varies = c.kind === 'device' || (phase === L.RUNNING && wakes);
    const starts = asks?.type === 'startThread';
    const lock = this.#lockOf(asks);
    const plain = asks ? plainAccess(this.#k, s, c) : 0;
    return { choice, context: c.index, accesses: [...new Set(accesses)], waits, lock, varies, starts, plain };
  }

  #waitsOf(s: Int32Array, c: Context, phase: number, asks: Effect | undefined): Waits {
    if (!asks || phase === L.WOKEN) return 'for something else';
    if (asks.type === 'lock') return this.#cannotWait(s, c, asks) ? 'never' : 'for a lock';
    if (asks.type === 'lockSpin') return 'for a lock';
    const waitsForHandler = asks.type === 'disableInterrupt' || asks.type === 'unregisterInterrupt';
    return waitsForHandler && c.kind !== 'interrupt' ? 'for something else' : 'never';
  }

  #lockOf(asks: Effect | undefined): number {
    if (!asks) return 0;
    const on = asks as { readonly mutex?: Handle; readonly spinLock?: Handle };
    if (EFFECTS_ON_LOCKS.includes(asks.type)) return this.#k.records.get(on.mutex ?? 0)?.slot ?? 0;
    if (EFFECTS_ON_SPIN_LOCKS.includes(asks.type)) return this.#k.records.get(on.spinLock ?? 0)?.slot ?? 0;
    return 0;
  }

  /** The names of what a subject means here. */
  #subjects(
    s: Int32Array,
    c: Context,
    choice: PackedChoice,
    asks: Effect | undefined,
    subject: Subject,
  ): string[] {
    const k = this.#k;
    const given = (asks ?? {}) as Readonly<Record<string, number>>;
    const threadOf = (handle: Handle): string => `thread ${handle}`;
    switch (subject) {
      case 'cell':
      case 'mutex':
      case 'spinLock':
      case 'object':
        return [`record ${given[subject]}`];
      case 'mutexLife':
        return [`life of ${given['mutex']}`];
      case 'fields':
        return k.records.ownedBy(given['object']).map((cell) => `record ${cell}`);
      case 'queue':
        return [`queue of ${handleOf(k, given['event'])}`];
      case 'cellQueue':
        return [`queue of ${given['cell']}`];
      case 'self':
        return [threadOf(c.handle)];
      case 'thread':
        return [threadOf(asks?.type === 'abortThread' ? asks.thread : handleOf(k, given['thread']))];
      case 'threadQueue': {
        const target = k.contextOf(given['thread']);
        const event = target ? s[target.slot + L.EVENT] : 0;
        return event === 0 ? [] : [`queue of ${event}`];
      }
      case 'woken':
        return this.#wokenBy(s, choice & 255, asks).map((one) => threadOf(one.handle));
      case 'awaited': {
        const names = c.calls[s[c.slot + L.CALL] >> 16]?.guard?.threads ?? [];
        return k.contexts.filter(({ name }) => names.includes(name)).map((one) => threadOf(one.handle));
      }
      case 'hardware':
        return ['hardware'];
    }
  }

  /** Whom a wakeup would wake; of one, any that waits if the kernel keeps them in order. */
  #wokenBy(s: Int32Array, alternative: number, asks: Effect | undefined): Context[] {
    if (asks?.type !== 'wakeup') return [];
    const event = handleOf(this.#k, asks.event);
    const waiting = this.#k.contexts.filter((c) => event !== 0 && s[c.slot + L.EVENT] === event);
    if (!asks.oneThread || this.#k.options.wakeOrder === 'fifo') return waiting;
    return waiting.slice(alternative, alternative + 1);
  }

  #number(thing: string): number {
    const known = this.#things.get(thing) ?? this.#things.size;
    this.#things.set(thing, known);
    return known;
  }
}

function kindsOf(c: Context, phase: number, asks: Effect | undefined): Kind[] {
  if (c.kind === 'device') return ['move'];
  if (!asks) return ['deliver'];
  if (phase === L.WOKEN) return [asks.type === 'sleep' ? 'wakeFromSleep' : 'wakeFromBlock'];
  return c.kind === 'interrupt' ? [asks.type, 'handler'] : [asks.type];
}

function refuse(c: Context, asks: Effect): void {
  const { deadline = 0 } = asks as { readonly deadline?: number };
  if (ABOUT_TIME.includes(asks.type) || deadline !== 0) throw new Refused('time');
  if (asks.type === 'terminateThread') throw new Refused('terminates');
  if (asks.type === 'lockSpin' && c.kind === 'interrupt') throw new Refused('spins-in-handler');
}

function handleOf(k: Kernel, value: number): Handle {
  const handle = k.values.get(value);
  return handle instanceof HandleValue ? handle.handle : 0;
}
