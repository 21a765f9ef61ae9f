import { describe, expect, it } from 'vitest';
import { directed } from './directed.ts';
import { instrument, moduleParameters, type Level } from './index.ts';

type Operation = Generator<['load' | 'store', number, unknown?], unknown, unknown>;

function code(source: string, level: Level): string {
  const outcome = instrument(source, { file: 'directed.ts', level });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.result.code;
}

/** Runs a program with inserted calls that do nothing, where the n-th load of cell 0 answers `answers[n]`, then 1. */
function run(text: string, answers: number[]): unknown {
  const cells = {
    *load(cell: number): Operation {
      return yield ['load', cell];
    },
    *store(cell: number, value: unknown): Operation {
      return yield ['store', cell, value];
    },
  };
  const same = <T>(x: T): T => x;
  const freeze = <T extends { prototype?: unknown }>(fn: T, name?: string): T => {
    if (name !== undefined) Object.defineProperty(fn, 'name', { value: name });
    if (fn.prototype) Object.freeze(fn.prototype);
    return Object.freeze(fn);
  };
  const exported: { program?: () => Operation } = {};
  const inserted: Record<(typeof moduleParameters)[number], unknown> = {
    require: () => cells,
    exports: exported,
    $wl_e: () => true,
    $wl_h: () => {},
    $wl_c: () => {},
    $wl_b: () => {},
    $wl_p: same,
    $wl_k: same,
    $wl_l: (_line: number, operation: Operation) => operation,
    $wl_m: (names: () => object) => names(),
    $wl_f: freeze,
    $wl_v: same,
  };
  // The text is a module's body: this is how the guest runs it.
  // oxlint-disable-next-line typescript/no-implied-eval
  new Function(...moduleParameters, text)(...moduleParameters.map((name) => inserted[name]));
  if (!exported.program) throw new Error('no program');

  const left = [...answers];
  const memory: unknown[] = [0, 0, 0, 0];
  const thread = exported.program();
  for (let step = thread.next(); !step.done;) {
    const [type, cell, value] = step.value;
    if (type === 'store') memory[cell] = value;
    step = thread.next(type === 'store' ? undefined : cell === 0 ? (left.shift() ?? 1) : memory[cell]);
  }
  return memory[1];
}

function announced(text: string): string[] {
  return [...text.matchAll(/\$wl_h\((\d+),\[(.*?)\]\)/g)].map(([, , names]) => names ?? '');
}

describe.each(directed)('$name', ({ source, outcomes }) => {
  it('means the same at every level', () => {
    for (const level of [0, 1, 2, 3] as const) {
      const text = code(source, level);
      const found = [[1], [0], [0, 0]].map((answers) => run(text, answers));
      expect(new Set(found)).toEqual(new Set(outcomes));
    }
  });
});

describe.each(directed.filter((d) => d.announces))('$name', ({ source, announces }) => {
  it('announces its locals at its places', () => {
    expect(announced(code(source, 3))).toEqual(announces);
  });
});

it('gives every program a name of its own', () => {
  expect(new Set(directed.map((d) => d.name)).size).toBe(directed.length);
});
