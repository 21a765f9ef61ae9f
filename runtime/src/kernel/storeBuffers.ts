import type { Handle, ValueId } from '../effects/index.ts';
import type { Context } from './contexts.ts';
import type { Kernel } from './kernel.ts';
import * as L from './layout.ts';

/** The alternative of a choice that writes a context's oldest waiting store to memory. */
export const FLUSH = 255;

/** Whether a choice is a flush: no step of the context's own, though it is its buffer that moves. */
export const isFlush = (choice: number): boolean => (choice & 255) === FLUSH;

/** A store that no other context sees yet. */
export interface Waiting {
  readonly cell: Handle;
  readonly value: ValueId;
}

/** As much as an x86 core has room for, or nearly. */
export const MOST_WAITING = 64;

/**
 * The stores that wait, a list each context, oldest first: x86's total store order. A state holds the numbers of the lists; 0 is the
 * empty one.
 */
export class StoreBuffers {
  /** Off while the same program is looked at as if every store were seen at once. */
  on = true;
  /** Whether a store ever found its buffer full: what a machine with more room would do was not looked at. */
  wasFull = false;
  readonly #lists: (readonly Waiting[])[] = [[]];
  readonly #numbers = new Map<string, number>([['', 0]]);
  /** By list, what it is without its oldest store. */
  readonly #rests: (number | undefined)[] = [];

  list(number: number): readonly Waiting[] {
    return this.#lists[number];
  }

  /** The list with one store more. */
  with(number: number, store: Waiting): number {
    return this.#number([...this.#lists[number], store]);
  }

  /** The list without its oldest store. */
  rest(number: number): number {
    return (this.#rests[number] ??= this.#number(this.#lists[number].slice(1)));
  }

  #number(list: readonly Waiting[]): number {
    const key = list.map(({ cell, value }) => `${cell}=${value}`).join();
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#lists.push(list) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

const NONE: readonly Waiting[] = [];

/** The stores of a context that wait, oldest first. */
export const waitingStores = (k: Kernel, s: Int32Array, c: Context): readonly Waiting[] =>
  k.buffers ? k.buffers.list(s[c.slot + L.BUFFER]) : NONE;

/** Whether some store waits, whosever it is. */
export const anyWaits = (k: Kernel, s: Int32Array): boolean =>
  k.buffers !== undefined && k.contexts.some((c) => s[c.slot + L.BUFFER] !== 0);

/** Whether a context's stores to a cell wait: not those to atomic cells, which carry a fence, and not those of setup. */
export function isBuffered(k: Kernel, me: Context, cell: Handle): boolean {
  if (!k.buffers?.on || me === k.setup) return false;
  const creation = k.records.get(cell)?.creation;
  return creation?.kind === 'cell' && creation.cell !== 'atomic';
}
