import { parse } from 'acorn';
import { expect, it } from 'vitest';
import { instrument, type Level } from './index.ts';

/** TypeScript of every kind that takes lines; a yield* stands at each line that says so. */
const sample = `import {
  cell,
  type Op,
} from 'workloop';
import type { IOReturn } from 'workloop';
interface Shape {
  readonly area: number;
  scale(by: number): Shape;
}
type Pair<T> = [
  first: T,
  second: T,
];
declare const outside: number;
enum Color {
  Red,
  Green = 4,
}
const enum Small { One = 1 }
abstract class Base<T extends object> {
  protected abstract name: string;
  declare hidden: number;
  later!: Pair<T>;
  constructor(
    private readonly a: number,
    public b?: string,
  ) {}
  abstract *run(): Op<void>;
  *over(a: number): Op<void>;
  *over(a: string): Op<void>;
  *over(
    a: number | string,
    options: {
      deep?: boolean;
    } = {},
  ): Op<void> {
    const table = { a: 1 } satisfies Record<string, number>;
    const text = \`one
two \${a as string}\`;
    /* a comment
       of two lines */
    yield* cell(0).get<number>(); // here
    for (
      let i: number = 0;
      i < 3;
      i++
    ) {
      yield* cell<number>(table.a!).set(i as number); // here
    }
    do
      yield* cell(text).get(); // here
    while (false);
    return (yield* ( // here
      cell(1) as any
    ).get()) as void;
  }
}
export abstract class Derived
  extends Base<object>
  implements Shape {
  area = 1;
}
export {
  Color,
};
export type { Shape };
export default class<T> {
  *m(this: Derived): Op<IOReturn> {
    return yield* cell(2).get(); // here
  }
}
`;

function code(source: string, level: Level): string {
  const outcome = instrument(source, { file: 'sample.ts', level });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.result.code;
}

const ends = { LF: sample, CRLF: sample.replaceAll('\n', '\r\n') };

it.each(['LF', 'CRLF'] as const)('keeps every line where it is, with %s', (end) => {
  const marked = sample.split('\n').flatMap((line, i) => (line.includes('// here') ? [i + 1] : []));
  expect(marked).toHaveLength(5);
  for (const level of [0, 1, 2, 3] as const) {
    const text = code(ends[end], level);
    expect(text.split('\n')).toHaveLength(ends[end].split('\n').length);
    expect([...text.matchAll(/\$wl_l\((\d+)/g)].map((match) => Number(match[1]))).toEqual(marked);
    expect(() => parse(text, { ecmaVersion: 2023, sourceType: 'script' })).not.toThrow();
  }
});

it('finds the line and column that the author wrote, through types that are gone', () => {
  const source =
    'class A<T> {\n  *m<U>(a: Array<T>, b: Map<string, U>): Op<void> { const c: T | U = yield a; }\n}';
  const outcome = instrument(source, { file: 'a.ts' });
  const column = source.split('\n')[1]!.indexOf('yield') + 1;
  expect(!outcome.ok && outcome.refusals).toEqual([{ code: 'plain-yield', line: 2, column, data: {} }]);
});

it('counts lines as an editor does when a string holds a line separator', () => {
  expect(code("const a = '\u2028';\nfunction* f() {\n  yield* g();\n}", 0)).toContain('$wl_l(3,');
});
