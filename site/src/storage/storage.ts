const prefix = 'work-loop:';

/** What this browser has kept under a name; undefined if nothing, or if it keeps nothing (private windows, blocked storage). */
export function recall<Value>(name: string): Value | undefined {
  try {
    const text = localStorage.getItem(prefix + name);
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}

/** Keeps a value in this browser, or forgets it if it is undefined. Where that is not possible the page goes on without. */
export function keep(name: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // Full, blocked or private: what was typed stays on the page as long as it is open.
  }
}
