import { transform } from 'sucrase';
import * as library from '../index.ts';
import type { Program } from './protocol.ts';
import * as builders from './scenario.ts';

/**
 * A scenario's second half: its properties and metadata, read outside the guest. The file is evaluated here without its `setup` ever being
 * called; what it imports of the learner's is an inert stand-in, so no line of theirs runs.
 */
export function readScenario(program: Program): builders.Scenario {
  const loaded = new Map<string, Record<string, unknown>>();
  const load = (path: string): Record<string, unknown> => {
    const known = loaded.get(path);
    if (known) return known;
    const exports: Record<string, unknown> = {};
    loaded.set(path, exports);
    const { code } = transform(program.files[path] ?? '', { transforms: ['typescript', 'imports'] });
    const require = (specifier: string): unknown => {
      if (specifier === 'workloop') return library;
      if (specifier === 'workloop/run') return builders;
      const target = resolvePath(path, specifier, program.files);
      return target !== undefined && program.trusted.includes(target) ? load(target) : inert();
    };
    // eslint-disable-next-line no-new-func
    new Function('require', 'exports', `'use strict';${code}`)(require, exports);
    return exports;
  };
  const scenario = load(program.scenario)['default'];
  if (!builders.isScenario(scenario)) throw new NoScenario();
  return scenario;
}

/** The file's default export is not what `scenario({...})` returns. */
export class NoScenario extends Error {}

/** The path that an import means, tried as written and with `.ts`. */
export function resolvePath(from: string, specifier: string, files: Program['files']): string | undefined {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  const path = parts.join('/');
  return [path, `${path}.ts`].find((p) => Object.hasOwn(files, p));
}

/** Anything may be read from it, and nothing comes of it. */
function inert(): unknown {
  const nothing: unknown = new Proxy(class {}, {
    get: (target, key) =>
      key === 'prototype' ? target.prototype : key === Symbol.toPrimitive ? () => '' : nothing,
    apply: () => nothing,
  });
  return nothing;
}
