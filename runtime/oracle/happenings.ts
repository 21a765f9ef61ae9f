import type { LogEntry, Value } from '../src/effects/index.ts';

/** What a run has shown so far: what each thread's calls returned, and the order of starts and marks. */
export interface Happened {
  readonly calls: Readonly<Record<string, readonly (readonly [string, Value])[]>>;
  readonly order: readonly string[];
}

const NOTHING: Happened = { calls: {}, order: [] };

/** Numbers for what runs have shown; 0 is nothing yet. A state holds one, so states meet only where they have shown the same. */
export class Happenings {
  readonly #all: Happened[] = [NOTHING];
  readonly #known = new Map([[JSON.stringify(NOTHING), 0]]);
  /** By number and what came next. */
  readonly #after = new Map<string, number>();

  get(id: number): Happened {
    return this.#all[id];
  }

  /** What had been shown, with one log entry of a thread's more. */
  add(id: number, thread: string, { name, values }: LogEntry): number {
    const key = JSON.stringify([id, thread, name, values]);
    const known = this.#after.get(key);
    if (known !== undefined) return known;
    const next = this.number(with_(this.get(id), thread, name, values));
    this.#after.set(key, next);
    return next;
  }

  number(happened: Happened): number {
    const calls = Object.fromEntries(Object.entries(happened.calls).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const key = JSON.stringify({ calls, order: happened.order });
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.#all.length);
    return this.#all.push({ calls, order: happened.order }) - 1;
  }
}

function with_({ calls, order }: Happened, thread: string, name: string, values: readonly Value[]): Happened {
  const [first, second] = values;
  // what this player's own programs log
  const text = first as string;
  if (name === 'oracle.order') return { calls, order: [...order, `${text}@${thread}`] };
  return { calls: { ...calls, [thread]: [...(calls[thread] ?? []), [text, second]] }, order };
}
