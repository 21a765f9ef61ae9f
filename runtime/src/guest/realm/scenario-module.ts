import { Guarded } from './setup.ts';

/**
 * `workloop/run` as a scenario's guest half sees it. Properties are evaluated outside: here their builders give inert data,
 * whatever their name; so do guards, which the host reads.
 */
export function scenarioModule(): object {
  const builder =
    (name: string) =>
    (...args: unknown[]): unknown =>
      Object.freeze({ builder: name, arguments: Object.freeze(args) });
  const own: Readonly<Record<string, unknown>> = {
    scenario: (scenario: unknown) => scenario,
    when: (guard: unknown, call: unknown) => new Guarded(guard, call),
  };
  return new Proxy(own, {
    get: (_, name) => (typeof name === 'string' ? (own[name] ?? builder(name)) : undefined),
  });
}
