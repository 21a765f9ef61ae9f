import { compileFile, moduleParameters, ProgramFault, resolvePath } from '../guest/index.ts';
import * as scales from '../iokit/clock.ts';
import * as returnCodes from '../iokit/IOReturn.ts';
import * as waitResults from '../iokit/waitResult.ts';
import { checkScenario } from './checkScenario.ts';
import type { Program } from './protocol.ts';
import * as builders from './scenario.ts';

/** What of the library a property has a use for; its classes do nothing out here. */
const constants: Readonly<Record<string, unknown>> = { ...scales, ...returnCodes, ...waitResults };

const itself = <T>(what: T): T => what;
const nothing = (): void => undefined;

/** What the instrumented text calls; no operation runs out here. */
const outside = {
  $wl_e: () => false,
  $wl_h: nothing,
  $wl_c: nothing,
  $wl_p: itself,
  $wl_k: itself,
  $wl_l: <T>(_line: number, operation: T): T => operation,
  $wl_m: nothing,
  $wl_f: itself,
  $wl_b: nothing,
  $wl_v: itself,
};

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
    const require = (specifier: string): unknown => {
      if (specifier === 'workloop') return inert(constants);
      if (specifier === 'workloop/run') return builders;
      const target = resolvePath(program.files, path, specifier);
      return target !== undefined && program.trusted.includes(target) ? load(target) : inert();
    };
    const { code } = compileFile(path, program.files[path] ?? '').result;
    // oxlint-disable-next-line typescript/no-implied-eval -- trusted text; a learner's is only ever run in the guest
    new Function(...moduleParameters, code)(
      ...moduleParameters.map((name) => ({ require, exports, ...outside })[name]),
    );
    return exports;
  };
  const scenario = attempt(program.scenario, () => load(program.scenario)['default']);
  if (!builders.isScenario(scenario)) {
    throw new ProgramFault('compile-error', 'no-scenario', {}, { file: program.scenario });
  }
  return checkScenario(scenario, program.scenario);
}

function attempt<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProgramFault) throw error;
    throw new ProgramFault('compile-error', 'scenario-threw', { detail: String(error) }, { file });
  }
}

/** Anything may be read from it; but for what is known nothing comes of it. */
function inert(known: Readonly<Record<string, unknown>> = {}): unknown {
  const nothing: unknown = new Proxy(class {}, {
    get(target, key) {
      if (typeof key === 'string' && Object.hasOwn(known, key)) return known[key];
      return key === 'prototype' ? target.prototype : key === Symbol.toPrimitive ? () => '' : nothing;
    },
    apply: () => nothing,
  });
  return nothing;
}
