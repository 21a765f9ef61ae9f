/**
 * By context how many steps were joined to its last macro-step behind the first. Nobody else can see them: a way that lets the context
 * stop before them is as good as long as it does not move again. So they are paid for only when it does.
 */
export type Tails = number;

const MOST_STEPS = 64;
const MOST_CONTEXTS = 1 << 16;

/** Names lists of tails, so that those of many ways are kept as one number each; 0 names the list in which there are none. */
export class TailLists {
  readonly #lists: (readonly number[])[] = [[]];
  readonly #byText = new Map<string, Tails>([['', 0]]);
  /** By list, context and number of steps. */
  readonly #with = new Map<number, Tails>();

  /** The tail of one context. */
  of(tails: Tails, context: number): number {
    return this.#lists[tails][context] ?? 0;
  }

  /** The same, but for one context's. */
  with(tails: Tails, context: number, steps: number): Tails {
    if (this.of(tails, context) === steps) return tails;
    const key = (tails * MOST_CONTEXTS + context) * MOST_STEPS + steps;
    const known = this.#with.get(key);
    if (known !== undefined) return known;
    const list = [...this.#lists[tails]];
    while (list.length <= context) list.push(0);
    list[context] = steps;
    while (list.at(-1) === 0) list.pop();
    const text = list.join();
    let named = this.#byText.get(text);
    if (named === undefined) this.#byText.set(text, (named = this.#lists.push(list) - 1));
    this.#with.set(key, named);
    return named;
  }

  /** How many steps may have to be paid for of these tails that need not be paid for of the others. */
  excess(tails: Tails, others: Tails): number {
    if (tails === others) return 0;
    const list = this.#lists[tails];
    let excess = 0;
    for (let c = 0; c < list.length; c++) excess += Math.max(0, list[c] - this.of(others, c));
    return excess;
  }
}
