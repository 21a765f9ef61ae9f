/** Counts ticks: QuickJS gives one per 10,000 jumps back or calls, the same everywhere. */
export class Meter {
  #left = 0;

  fill(ticks: number): void {
    this.#left = ticks;
  }

  /** Whether to break off. */
  tick(): boolean {
    return --this.#left < 0;
  }

  get empty(): boolean {
    return this.#left < 0;
  }
}
