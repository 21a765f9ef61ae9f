import { useMemo, useSyncExternalStore } from 'react';
import { Shelf } from './shelf';

/** What this browser keeps. */
export const shelf = new Shelf(() => localStorage);

/** A value that this browser keeps under a name (undefined: none yet), and a way to change it; undefined forgets it. */
export function useKept<Value>(
  name: string,
): [Value | undefined, (how: (now: Value | undefined) => Value | undefined) => void] {
  const text = useSyncExternalStore(
    shelf.subscribe,
    () => shelf.read(name),
    () => null,
  );
  const value = useMemo(() => parse<Value>(text), [text]);
  return [
    value,
    (how) => {
      const next = how(parse<Value>(shelf.read(name)));
      shelf.write(name, next === undefined ? null : JSON.stringify(next));
    },
  ];
}

/** What somebody else has written there counts as nothing. */
function parse<Value>(text: string | null): Value | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}
