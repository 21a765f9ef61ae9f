import { HandleValue, type Effect, type Handle } from '../effects/index.ts';
import {
  drains,
  isBuffered,
  layout,
  mustNotBlock,
  ownerOf,
  waitingStores,
  type Context,
  type Kernel,
} from '../kernel/index.ts';
import type { Reductions } from './reductions.ts';
import type { Onlooker } from './view.ts';

/**
 * What the reductions take for granted: which cells are never stored, under which mutex each is accessed, which mutexes nobody
 * tries, what no property looks at, which clients nothing names. It is true of what was seen so far (optimistic locksets: Stoller &
 * Cohen, TACAS 2003); `broken` says that something a search has already used turned out wrong, so that the search must start again with
 * what is known now. That nothing turns out wrong in a whole search proves it: the first step that would break it comes behind steps that
 * keep to it, so it is pending in a state that the search has looked at.
 */
export class Assumptions implements Onlooker {
  broken = false;
  /** How many things have been learnt. */
  learnt = 0;
  /** Whether a property looks at results in the midst of a run: then the steps that end calls are visible. */
  resultsAreVisible = false;
  readonly #k: Kernel;
  readonly #visible = new Set<Handle>();
  /** By cell: whether anybody stores it, and the mutexes held at every access so far. */
  readonly #stored: boolean[] = [];
  readonly #guards: (readonly Handle[] | undefined)[] = [];
  /** By mutex: whether its being free is asked without waiting for it. */
  readonly #tried: boolean[] = [];
  /** By mutex: whether somebody gives back levels of it that another has. */
  readonly #lowered: boolean[] = [];
  /** By context: whether something knows it by name. */
  readonly #named: boolean[] = [];
  /** What this search has relied on; by cell, but `unlock` and `nested` by mutex and `unnamed` by context. `written`: its stores were hidden. */
  readonly #used = {
    constant: [] as boolean[],
    guarded: [] as boolean[],
    written: [] as boolean[],
    unlock: [] as boolean[],
    nested: [] as boolean[],
    unnamed: [] as boolean[],
    results: false,
  };

  constructor(k: Kernel) {
    this.#k = k;
  }

  /** A new search has used nothing yet; it keeps what is known. */
  restart(): void {
    this.broken = false;
    this.#used.constant.length = 0;
    this.#used.guarded.length = 0;
    this.#used.written.length = 0;
    this.#used.unlock.length = 0;
    this.#used.nested.length = 0;
    this.#used.unnamed.length = 0;
    this.#used.results = false;
  }

  /** A property looks at a cell, so that nobody's write to it may be hidden in a macro-step. */
  sawCell(cell: Handle): void {
    if (this.#visible.has(cell)) return;
    this.#visible.add(cell);
    this.learnt++;
    this.broken ||= this.#used.written[cell] ?? false;
  }

  /** A property looks at what calls have returned. */
  sawResults(): void {
    this.resultsAreVisible = true;
    this.broken ||= this.#used.results;
  }

  /** A property looks at a thread, or a thread can tell itself from another: it is interchangeable with nobody. */
  names(context: number): void {
    this.broken ||= !this.#named[context] && (this.#used.unnamed[context] ?? false);
    this.#named[context] = true;
  }

  /** Whether something knows a context by name. */
  isNamed(context: number): boolean {
    return this.#named[context] ?? false;
  }

  /** A search exchanges a context for another. */
  takesAsUnnamed(context: number): void {
    this.#used.unnamed[context] = true;
  }

  /** A macro-step went through the end of a call. */
  hidResult(): void {
    this.#used.results = true;
  }

  /** Takes note of a pending effect. */
  learn(s: Int32Array, c: Context, effect: Effect): void {
    switch (effect.type) {
      case 'load':
      case 'assertWaitUnless':
        return this.#accessed(s, c, effect.cell);
      case 'store':
      case 'update':
      case 'compareAndSwap':
        return this.#written(s, c, effect.cell);
      case 'storeAndWakeup': {
        const thread = this.#k.values.get(effect.thread);
        if (thread instanceof HandleValue) this.#namesThread(thread.handle);
        return this.#written(s, c, effect.cell);
      }
      case 'freed':
        return this.#k.records.ownedBy(effect.object).forEach((cell) => this.#written(s, c, cell));
      case 'tryLock':
      case 'destroyMutex':
        return this.#tries(effect.mutex);
      case 'currentThread':
      case 'startThread':
        return this.names(c.index);
      case 'abortThread':
      case 'terminateThread':
        return this.#namesThread(effect.thread);
      case 'lock':
        // who must not wait for it panics if it is not free
        if (mustNotBlock(this.#k, s, c)) this.#tries(effect.mutex);
        return;
      case 'unlock':
        // a release build counts a recursive mutex down whoever asks
        if (this.#levels(s, c, effect.mutex) === 0 && this.#isRecursive(effect.mutex))
          this.#lowers(effect.mutex);
    }
  }

  /** Whether the pending effect of a running context commutes with whatever others can do; `learn` has taken note of it before. */
  commutes(s: Int32Array, c: Context, effect: Effect, on: Reductions): boolean {
    switch (effect.type) {
      case 'load':
        if (on.constant && !this.#stored[effect.cell]) return (this.#used.constant[effect.cell] = true);
        return on.guarded && this.#isGuarded(effect.cell);
      case 'store':
        if (on.buffered && this.#isUnsynchronized(effect.cell) && isBuffered(this.#k, c, effect.cell))
          return true;
        return this.#storesUnseen(s, c, effect, on);
      case 'update':
      case 'compareAndSwap':
        return this.#storesUnseen(s, c, effect, on);
      // who one is, and whether one holds a lock, nobody else can change
      case 'currentThread':
      case 'interruptType':
        return on.constant;
      // where no store waits it is nothing at all
      case 'fence':
        return on.constant && this.#drainsUnseen(s, c, effect);
      case 'holds':
        return on.constant && !this.#tried[effect.mutex] && (this.#used.unlock[effect.mutex] = true);
      case 'lock':
        return on.nested && this.#levels(s, c, effect.mutex) > 0 && this.#isNested(effect.mutex);
      case 'unlock': {
        const levels = this.#levels(s, c, effect.mutex);
        if (levels !== 1) return on.nested && levels > 1 && this.#isNested(effect.mutex);
        if (!on.unlock || this.#tried[effect.mutex] || !this.#drainsUnseen(s, c, effect)) return false;
        return (this.#used.unlock[effect.mutex] = true);
      }
      default:
        return false;
    }
  }

  #storesUnseen(
    s: Int32Array,
    c: Context,
    effect: Effect & { readonly cell: Handle },
    on: Reductions,
  ): boolean {
    return on.guarded && this.#isUnseen(effect.cell) && this.#drainsUnseen(s, c, effect);
  }

  /** Whether nobody can see the stores that an effect drains, if it drains. */
  #drainsUnseen(s: Int32Array, c: Context, effect: Effect): boolean {
    if (!this.#k.buffers || !drains(this.#k, s, c, effect)) return true;
    return waitingStores(this.#k, s, c).every(({ cell }) => this.#isUnseen(cell));
  }

  /** Whether nobody else can see a write to a cell, as long as its guards are held. */
  #isUnseen(cell: Handle): boolean {
    if (this.#visible.has(cell) || !this.#isGuarded(cell)) return false;
    return (this.#used.written[cell] = true);
  }

  #namesThread(thread: Handle): void {
    const c = this.#k.contextOf(thread);
    if (c) this.names(c.index);
  }

  #tries(mutex: Handle): void {
    if (this.#tried[mutex]) return;
    this.broken ||= this.#used.unlock[mutex] ?? false;
    this.#tried[mutex] = true;
    this.learnt++;
  }

  #lowers(mutex: Handle): void {
    this.#tries(mutex);
    if (this.#lowered[mutex]) return;
    this.broken ||= this.#used.nested[mutex] ?? false;
    this.#lowered[mutex] = true;
    this.learnt++;
  }

  /** Of a mutex that the asking context holds: whether nobody else can see how often. */
  #isNested(mutex: Handle): boolean {
    return this.#isRecursive(mutex) && !this.#lowered[mutex] && (this.#used.nested[mutex] = true);
  }

  #written(s: Int32Array, c: Context, cell: Handle): void {
    if (!this.#stored[cell]) {
      this.broken ||= this.#used.constant[cell] ?? false;
      this.#stored[cell] = true;
      this.learnt++;
    }
    this.#accessed(s, c, cell);
  }

  #accessed(s: Int32Array, c: Context, cell: Handle): void {
    const before = this.#guards[cell];
    if (before && this.#holdsAll(s, c, before)) return;
    const after = (before ?? this.#mutexes()).filter((m) => this.#levels(s, c, m) > 0);
    this.broken ||= after.length === 0 && (this.#used.guarded[cell] ?? false);
    this.#guards[cell] = after;
    this.learnt++;
  }

  #holdsAll(s: Int32Array, c: Context, mutexes: readonly Handle[]): boolean {
    for (const mutex of mutexes) if (this.#levels(s, c, mutex) === 0) return false;
    return true;
  }

  /** Of a cell about to be accessed: `learn` has left only mutexes that its context holds. Fewer may be left later, if not none. */
  #isGuarded(cell: Handle): boolean {
    const guards = this.#guards[cell];
    return guards !== undefined && guards.length > 0 && (this.#used.guarded[cell] = true);
  }

  #mutexes(): Handle[] {
    return this.#k.records.all.flatMap((r, handle) => (r?.kind === 'mutex' ? [handle] : []));
  }

  #isUnsynchronized(cell: Handle): boolean {
    const creation = this.#k.records.get(cell)?.creation;
    return creation?.kind === 'cell' && creation.cell === 'unsynchronized';
  }

  #isRecursive(mutex: Handle): boolean {
    const creation = this.#k.records.get(mutex)?.creation;
    return creation?.kind === 'mutex' && creation.recursive;
  }

  /** How often `c` holds a mutex. */
  #levels(s: Int32Array, c: Context, mutex: Handle): number {
    const record = this.#k.records.get(mutex);
    if (record?.kind !== 'mutex' || ownerOf(s, record.slot) !== c.index) return 0;
    return s[record.slot] & layout.LEVELS;
  }
}
