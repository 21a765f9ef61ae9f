/**
 * Instruments one TypeScript file of a program: text in, text out. Calls are inserted and nothing else: no code moves
 * and no line is added. The names that the text calls, all parameters of the module's wrapper function:
 *
 * - `$wl_e()` first in every generator body: is this the generator that its procedure started?
 * - `$wl_h(place, locals)` at a place, where a history may start again. `place` is an integer unique in the file;
 *   `locals` are in a fixed order for that place.
 * - `$wl_c(class)` first in a class body: makes procedures of its own generator methods, prototype and static.
 * - `$wl_b(this)` as every class's first field: an instance was born. One that setup makes outlives it, and only a closure may hold it.
 * - `$wl_p(function, name?)` makes a procedure of a generator of the module.
 * - `$wl_k(function, place, captured, name?)` makes one of a nested generator whose captured variables never change;
 *   two with the same place and captured values are the same.
 * - `$wl_f(function, name?)` freezes a function (and its `prototype`) that is a local and is not announced.
 * - `$wl_l(line, operation)` round what every `yield*` runs.
 * - `$wl_v(operation)` round a call that names a field, in the library only: what it makes may name what is private.
 * - `$wl_m(() => ({ a, b }))` at the end: the module's own bindings, for the walk that freezes them.
 *
 * `name` is what JavaScript would have named an anonymous function before it became an argument: define it before
 * anything else sees the function. Texts may nest, `$wl_f($wl_k(function* () {…},1,[x],"f"),"f")`. `$wl_i…` and `$wl_d`
 * are the text's own: what it imported and its default export.
 */
import { originalColumns } from './columns.ts';
import { Edits } from './edits.ts';
import { insertLines } from './lines.ts';
import { freezeFunctions } from './locals.ts';
import { insertBindings, rewriteModule, type Import } from './modules.ts';
import { parse, stripTypes } from './parse.ts';
import { insertPlaces } from './places.ts';
import { insertFlags, insertProcedures } from './procedures.ts';
import { findRefusals, findWarnings } from './refuse.ts';
import type { Finding, Refusal } from './refusal.ts';
import { lineStarts, position, treeOf, type Tree } from './tree.ts';
import { typescriptOnly } from './typescript-only.ts';
import { insertVouching } from './vouch.ts';

export type { Refusal, RefusalCode } from './refusal.ts';
export type { Import } from './modules.ts';

/** Parameters of the function that a module's code is the body of, in order. */
export const moduleParameters = [
  'require',
  'exports',
  '$wl_e',
  '$wl_h',
  '$wl_c',
  '$wl_p',
  '$wl_k',
  '$wl_l',
  '$wl_m',
  '$wl_f',
  '$wl_b',
  '$wl_v',
] as const;

export interface Instrumented {
  /** Body of a function of `moduleParameters`, with the lines of the source. It begins with "use strict". */
  code: string;
  /** What the module imports, in order of appearance. Imports of types alone are gone. */
  imports: Import[];
}

/** How much is inserted: 0 lines only, 1 and procedures, 2 and loop heads, 3 and statements. */
export type Level = 0 | 1 | 2 | 3;

export type Outcome =
  { ok: true; result: Instrumented; warnings: Refusal[] } | { ok: false; refusals: Refusal[] };

/**
 * Instruments one file.
 *
 * @param source TypeScript text.
 * @param options `file`: its name, for error messages. `level`: 3 unless told; lower ones are for tests. `isLibrary`: whether it is
 * the library's own.
 * @returns the code and warnings, or every reason to refuse the file, in the order of the text.
 */
export function instrument(
  source: string,
  options: { file: string; level?: Level; isLibrary?: boolean },
): Outcome {
  try {
    return attempt(source, options.file, options.level ?? 3, options.isLibrary ?? false);
  } catch (error) {
    // The parsers and the walk are recursive, and the source may be anybody's.
    if (!(error instanceof RangeError)) throw error;
    return { ok: false, refusals: [{ code: 'nested-too-deeply', line: 1, column: 1, data: {} }] };
  }
}

function attempt(source: string, file: string, level: Level, isLibrary: boolean): Outcome {
  const stripped = stripTypes(source, file);
  if ('refusal' in stripped) return { ok: false, refusals: [stripped.refusal] };

  const { text, mappings } = stripped;
  const locate = locator(text, mappings);
  const dropped = typescriptOnly(source);
  const parsed = parse(text);
  if ('finding' in parsed) {
    return { ok: false, refusals: dropped.length > 0 ? dropped : [locate(parsed.finding)] };
  }

  const tree = treeOf(text, parsed.program);
  const refusals = [...dropped, ...findRefusals(tree).map(locate)].sort(byPosition);
  if (refusals.length > 0) return { ok: false, refusals };
  return {
    ok: true,
    result: rewrite(tree, level, isLibrary),
    warnings: findWarnings(tree).map(locate).sort(byPosition),
  };
}

function rewrite(tree: Tree, level: Level, isLibrary: boolean): Instrumented {
  const edits = new Edits();
  let places = 0;
  const nextPlace = (): number => ++places;
  const imports = rewriteModule(tree, edits);
  if (level >= 1) insertFlags(tree, edits);
  freezeFunctions(tree, edits);
  if (level >= 1) insertProcedures(tree, edits, nextPlace);
  if (level >= 2) insertPlaces(tree, edits, level, nextPlace);
  insertLines(tree, edits);
  if (isLibrary) insertVouching(tree, edits);
  insertBindings(tree, edits);
  return { code: edits.apply(tree.text), imports };
}

function locator(text: string, mappings: string): (finding: Finding) => Refusal {
  const starts = lineStarts(text);
  let columns: ReturnType<typeof originalColumns> | undefined;
  return ({ code, at, data = {} }) => {
    columns ??= originalColumns(mappings);
    const { line, column } = position(starts, at);
    return { code, line, column: columns(line, column), data };
  };
}

function byPosition(a: Refusal, b: Refusal): number {
  return a.line - b.line || a.column - b.column;
}
