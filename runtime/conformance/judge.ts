import { declared, type Declared } from './sources.ts';
import { classes, differs, hooks, rows, type Text } from './table.ts';
import { callers, testFiles, testsOf, type TestFile } from './tests.ts';

/** What is said of one method of the table. */
export interface Judged {
  /** As it is called here: `enable`, `IOLockLock`. */
  readonly name: string;
  readonly implemented: boolean;
  /** The function of XNU that its docstring names. */
  readonly mirrors: string;
  /** Whether its docstring shows an example, which is then run. */
  readonly hasExample: boolean;
  /** The parameters that its docstring says nothing about. */
  readonly silentOn: readonly string[];
  /** The tests that call it. */
  readonly tests: readonly string[];
  /** Whether only the library calls it, on the way to what a test calls. */
  readonly throughLibrary: boolean;
  readonly differs?: Text;
}

/** One row of the conformance tests. */
export interface JudgedRow {
  readonly id: string;
  readonly tests: readonly string[];
}

/** The table held against the sources, and what is missing. */
export interface Conformance {
  readonly classes: ReadonlyMap<string, readonly Judged[]>;
  readonly rows: ReadonlyMap<string, readonly JudgedRow[]>;
  readonly gaps: readonly string[];
}

/** Holds the runtime against the table. */
export function conformance(): Conformance {
  const sources = declared();
  const files = testFiles();
  const judged = Object.entries(classes).map(
    ([name, list]) => [name, words(list).map((method) => judge(name, method, sources, files))] as const,
  );
  const judgedRows = Object.entries(rows).map(
    ([about, ids]) => [about, words(ids).map((id) => ({ id, tests: testsOf(id, files) }))] as const,
  );
  return {
    classes: new Map(judged),
    rows: new Map(judgedRows),
    gaps: [
      ...judged.flatMap(([name, methods]) => methods.flatMap((method) => gapsOf(name, method))),
      ...judgedRows.flatMap(([, all]) => all.filter(isUntested).map(({ id }) => `row ${id} has no test`)),
    ],
  };
}

const words = (text: string): string[] => text.trim().split(/\s+/);

const isUntested = ({ tests }: JudgedRow): boolean => tests.length === 0;

function judge(
  name: string,
  method: string,
  sources: ReadonlyMap<string, Declared>,
  files: readonly TestFile[],
): Judged {
  const why = differs[`${name}.${method}`] ?? differs[name];
  // A lock's functions are named after it: IOLock and Lock are IOLockLock.
  const asFunction = `${name}${method}`;
  const [owner, member] = sources.has(asFunction) ? [asFunction, ''] : [name, method];
  const found = declaring(owner, member, sources);
  const docstring = found?.methods.get(member);
  const isMentioned = files.some(({ text }) => text.includes(owner));
  return {
    name: member === '' ? owner : method,
    implemented: found !== undefined,
    mirrors: docstring?.mirrors ?? '',
    hasExample: docstring?.hasExample ?? false,
    silentOn: docstring?.silentOn ?? [],
    tests: callers(owner, member, files),
    throughLibrary: isMentioned && words(hooks).includes(member),
    ...(why && { differs: why }),
  };
}

/** The class that declares a method, itself or above; undefined if none does. */
function declaring(
  name: string,
  method: string,
  sources: ReadonlyMap<string, Declared>,
): Declared | undefined {
  const found = sources.get(name);
  if (!found || found.methods.has(method)) return found;
  return found.extends === undefined ? undefined : declaring(found.extends, method, sources);
}

function gapsOf(name: string, method: Judged): string[] {
  const full = method.name.startsWith(name) ? method.name : `${name}.${method.name}`;
  if (!method.implemented) return method.differs ? [] : [`${full} is not implemented`];
  return [
    ...(method.hasExample ? [] : [`${full} has no example`]),
    ...method.silentOn.map((parameter) => `${full} does not say what ${parameter} is`),
    ...(method.mirrors === '' ? [`${full} does not say what it mirrors in XNU`] : []),
    ...(method.tests.length === 0 && !method.throughLibrary ? [`${full} is not tested`] : []),
  ];
}
