import type { PackedChoice } from '../kernel/index.ts';
import { Ints } from './ints.ts';

/** An edge's label: its choice, how many steps its macro-step has, whether it is a may-step. */
export type Label = number;
const STEPS_SHIFT = 22;
const MAY = 1 << 30;

export const label = (choice: PackedChoice, steps: number, may: boolean): Label =>
  choice | (steps << STEPS_SHIFT) | (may ? MAY : 0);
export const choiceOf = (l: Label): PackedChoice => l & ((1 << STEPS_SHIFT) - 1);
export const stepsOf = (l: Label): number => (l >> STEPS_SHIFT) & 255;
export const isMay = (l: Label): boolean => (l & MAY) !== 0;

/** The edges between stored states; those of one source stand together. */
export class Graph {
  readonly targets = new Ints();
  readonly labels = new Ints();
  /** By source: its first edge + 1 (0: not expanded), and the edge behind its last. */
  readonly #first = new Ints();
  readonly #end = new Ints();

  /** The edges added until `close` leave this state. */
  open(source: number): void {
    this.#first.set(source, this.targets.length + 1);
  }

  add(target: number, l: Label): void {
    this.targets.push(target);
    this.labels.push(l);
  }

  close(source: number): void {
    this.#end.set(source, this.targets.length);
  }

  isExpanded(source: number): boolean {
    return source < this.#end.length && this.#first.data[source] !== 0;
  }

  first(source: number): number {
    return this.isExpanded(source) ? this.#first.data[source] - 1 : 0;
  }

  end(source: number): number {
    return this.isExpanded(source) ? this.#end.data[source] : 0;
  }
}
