import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A submission that tries to cheat, to break out or to break things, and what must come of it. */
export interface HostileRow {
  readonly student: string;
  readonly exercise: '02a' | '14a';
  readonly files: Readonly<Record<string, string>>;
  readonly status: string;
}

const starter = (folder: string): string =>
  readFileSync(join(import.meta.dirname, '../..', folder, 'starter.ts'), 'utf8');
const counter = starter('1-locks/02a-lost-update');
const disk = starter('3-command-gate/14a-pause-across-a-reset');

/** Takes the first of a text's places and puts something else there; a text without it is a mistake in this table. */
function put(text: string, place: string, instead: string): string {
  if (!text.includes(place)) throw new Error(`no ${place}`);
  return text.replace(place, () => instead);
}

const row =
  (exercise: '02a' | '14a', file: string) =>
  (student: string, status: string, text: string, more: Record<string, string> = {}): HostileRow => ({
    student,
    exercise,
    files: { [file]: text, ...more },
    status,
  });
const of02a = row('02a', 'counter.ts');
const of14a = row('14a', 'disk.ts');

const atTop = (code: string): string => `${counter}\n${code}\n`;
const inNext = (code: string): string => put(counter, 'const before', `${code}\n    const before`);
const inReset = (code: string): string =>
  put(disk, 'yield* this.usb.startReset();', `${code}\n    yield* this.usb.startReset();`);

/** Rows of the red-team suite that files alone can be. Every one starts from an answer that is wrong. */
export const hostile: readonly HostileRow[] = [
  // Forging.
  of14a(
    'replaces-run-action',
    'runtime-error',
    `${disk}\n(IOCommandGate.prototype as any).runAction = function* () { return 0; };`,
  ),
  of14a(
    'replaces-the-device',
    'runtime-error',
    `import { UsbDevice as D } from 'workloop';\n${disk}\n(D.prototype as any).submit = function* () { return 1; };`,
  ),
  of14a(
    'completes-its-own-transfers',
    'effect-violation',
    inReset("yield* (this.usb as any).access('complete 1');"),
  ),
  of14a(
    'writes-private-cells',
    'effect-violation',
    inReset('yield* (this.commandGate as any).enabled.set(false);'),
  ),
  of02a(
    'imports-the-kernel',
    'policy-error',
    atTop("import { Kernel } from 'workloop/kernel';\nexport const k = new Kernel();"),
  ),
  of02a(
    'imports-the-builders',
    'policy-error',
    atTop("import { scenario } from 'workloop/run';\nexport const s = scenario;"),
  ),
  of02a('sends-a-raw-effect', 'compile-error', inNext("yield { type: 'unlock', mutex: 1 } as never;")),
  of02a('sends-a-verdict', 'compile-error', inNext("yield { type: 'verdict', verdict: 'holds' } as never;")),
  of02a(
    'returns-its-own-operation',
    'effect-violation',
    inNext("yield* { *[Symbol.iterator]() { return { verdict: 'holds' }; } } as never;"),
  ),
  of02a('prints-results', 'runtime-error', inNext(`console.log('{"status":"pass","points":10}');`), {
    'summary.csv': 'student,status,points\nprints-results,pass,10\n',
    'record.json': '{"status":"pass","points":10}',
  }),
  of02a('exits-early', 'runtime-error', atTop('(globalThis as any).process.exit(0);')),
  of02a('overwrites-json', 'runtime-error', atTop("(JSON as any).stringify = () => '{}';")),
  of02a(
    'overwrites-iteration',
    'runtime-error',
    atTop('(Array.prototype as any)[Symbol.iterator] = function* () {};'),
  ),
  of02a(
    'overwrites-next',
    'effect-violation',
    atTop('Object.getPrototypeOf(Object.getPrototypeOf((function* () {})())).next = () => ({ done: true });'),
  ),
  of02a(
    'getter-on-object',
    'runtime-error',
    atTop("Object.defineProperty(Object.prototype, 'effect', { get: () => 1 });"),
  ),
  of02a(
    'remembers-in-a-map',
    'effect-violation',
    put(
      inNext('seen.set(1, (seen.get(1) ?? 0) + 1);'),
      'export class',
      'const seen = new Map<number, number>();\nexport class',
    ),
  ),
  of02a('ships-its-own-tests', 'fail', counter, {
    'exercise.json': '{ "id": "02a", "scenarios": [] }',
    'scenarios/two-threads.ts': 'export default {};',
    'package.json': '{ "scripts": { "test": "true" } }',
    'tsconfig.json': '{}',
    'workloop.ts': 'export const cell = 1;',
    'node_modules/workloop/index.js': 'process.exit(0);',
  }),
  of02a('hands-in-nothing', 'runtime-error', ''),
  of02a(
    'numbers-beyond-numbers',
    'fail',
    inNext(
      'yield* this.count.set(NaN);\n    yield* this.count.set(-0);\n    yield* this.count.set(2 ** 53);',
    ),
  ),
  // Reading.
  of02a(
    'reads-files',
    'policy-error',
    atTop("import { readFileSync } from 'node:fs';\nexport const x = readFileSync('/etc/passwd', 'utf8');"),
  ),
  of02a('requires', 'compile-error', atTop("require('node:fs');")),
  of02a('imports-later', 'compile-error', atTop("import('node:fs');")),
  of02a(
    'reads-the-environment',
    'runtime-error',
    atTop('export const secrets = (globalThis as any).process.env.HOME;'),
  ),
  of02a('fetches', 'runtime-error', inNext("(globalThis as any).fetch('http://127.0.0.1/');")),
  of02a('evaluates-text', 'compile-error', inNext("new Function('return this')();")),
  // Denying.
  of02a('loops-in-to-string', 'fuel-exceeded', inNext('throw { toString() { for (;;); } };')),
  of02a('backtracks', 'fuel-exceeded', inNext("/^(a+)+$/.test(`${'a'.repeat(40)}b`);")),
  of02a(
    'fills-memory',
    'memory-exceeded',
    inNext('const all: unknown[] = [];\n    for (;;) all.push(new Array(100_000).fill(1));'),
  ),
  of02a(
    'fills-typed-arrays',
    'memory-exceeded',
    inNext('const all: unknown[] = [];\n    for (;;) all.push(new Uint8Array(1e8));'),
  ),
  of02a('doubles-a-string', 'runtime-error', inNext("let s = 'x';\n    for (;;) s += s;")),
  of02a('recurses', 'runtime-error', inNext('const f = (): number => f() + 1;\n    f();')),
  of02a('nests', 'compile-error', atTop(`export const n = ${'('.repeat(5000)}1${')'.repeat(5000)};`)),
  of02a(
    'floods-with-promises',
    'runtime-error',
    atTop('const p = (): Promise<void> => Promise.resolve().then(() => void p());\nvoid p();'),
  ),
  of02a('throws-five-megabytes', 'runtime-error', inNext("throw new Error('x'.repeat(5e6));")),
  of02a(
    'stores-three-megabytes',
    'effect-violation',
    inNext("yield* this.count.set('x'.repeat(3e6) as never);"),
  ),
  of02a('is-no-program', 'compile-error', put(counter, '{', '{{{')),
];
