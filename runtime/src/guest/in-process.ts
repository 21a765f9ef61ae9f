import type { Realm } from './realm.ts';

/** A realm in the host's own global, for tests and trusted programs: no fuel, no sealing. */
export function inProcessRealm(source: string): Realm {
  // QuickJS runs the same text.
  // oxlint-disable-next-line typescript/no-implied-eval
  const make = new Function('seal', source) as (seal: boolean) => (request: string) => string;
  return { ask: make(false), dispose: () => undefined };
}
