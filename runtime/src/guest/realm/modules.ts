import { insertedFor, type Origin } from './inserted.ts';

type Exports = Record<string, unknown>;
export type Body = (
  require: (specifier: string) => unknown,
  exports: Exports,
  ...inserted: unknown[]
) => void;

interface Module {
  readonly path: string;
  readonly number: number;
  readonly body: Body;
  readonly origin: Origin;
  readonly resolve: (specifier: string) => string;
  exports: Exports | undefined;
  bindings: (() => Record<string, unknown>) | undefined;
}

const modules = new Map<string, Module>();
const builtIn = new Map<string, unknown>();

/** A module that is no text: what the agent itself gives. */
export const addBuiltIn = (path: string, exports: unknown): Map<string, unknown> =>
  builtIn.set(path, exports);

/** `resolve` maps what the module's imports say to paths. */
export function addModule(
  path: string,
  body: Body,
  origin: Origin,
  resolve: (specifier: string) => string,
): void {
  const number = modules.size;
  modules.set(path, { path, body, origin, resolve, number, exports: undefined, bindings: undefined });
}

/** Runs a module, and what it imports, the first time it is asked for. */
export function requireModule(path: string): unknown {
  const ready = builtIn.get(path);
  if (ready !== undefined) return ready;
  const module = modules.get(path);
  if (!module) throw new Error(`internal bug: no module ${path}`);
  if (!module.exports) {
    module.exports = Object.create(null) as Exports;
    const file = path.replace(/^\.\//, '');
    const inserted = insertedFor(file, module.number, module.origin, (bindings) => {
      module.bindings = bindings;
    });
    module.body((specifier) => requireModule(module.resolve(specifier)), module.exports, ...inserted);
  }
  return module.exports;
}

/** Every module's exports and own names, for the walk that freezes them. */
export function allBindings(): {
  readonly path: string;
  readonly values: Readonly<Record<string, unknown>>;
}[] {
  return [...modules.values()]
    .filter(({ exports }) => exports)
    .map(({ path, exports, bindings }) => ({ path, values: { ...bindings?.(), $exports: exports } }));
}
