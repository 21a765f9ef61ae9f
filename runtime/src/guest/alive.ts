/** How many histories the realm keeps alive at once. */
const MOST = 32;

/** Which histories the realm has alive, each under a number, so that a question goes on where its history stands. */
export class Alive<History> {
  /** The one that was kept first comes first. */
  readonly #numbers = new Map<History, number>();
  readonly #free = Array.from({ length: MOST }, (_, number) => number);

  /** The number of a history that is alive, if it is; it moves on and is another one then. */
  take(history: History): number | undefined {
    const number = this.#numbers.get(history);
    if (number !== undefined) this.#release(history, number);
    return number;
  }

  /** A number for one more: nobody's, or that of the one that was kept first, which is forgotten. */
  next(): number {
    const number = this.#free.at(-1);
    if (number !== undefined) return number;
    const [[history, oldest] = []] = this.#numbers;
    if (history === undefined || oldest === undefined) throw new Error('internal bug: nobody is alive');
    this.#release(history, oldest);
    return oldest;
  }

  /** The realm has a history alive under this number now; one of a name is enough. */
  keep(history: History, number: number): void {
    if (this.#numbers.has(history)) return;
    this.#free.splice(this.#free.indexOf(number), 1);
    this.#numbers.set(history, number);
  }

  #release(history: History, number: number): void {
    this.#numbers.delete(history);
    this.#free.push(number);
  }
}
