import { parseSync, type Comment, type Statement } from 'oxc-parser';
import * as library from '../../src/index.ts';
import { readChecks, type Checks, type Doubt, type Edit } from './checks.ts';

/** An example as a program for the simulated kernel. */
export interface ExampleProgram extends Pick<Checks, 'ending' | 'doubts'> {
  readonly text: string;
}

/** A thread of an example: what is behind its comment, as far as the next one's. */
interface Thread {
  readonly name: string;
  /** The threads that must be asleep before it begins. */
  readonly sleepers: readonly string[];
  readonly start: number;
}

/** What `fixture.ts` has started; an example may make its own under the same name. */
const fixture = ['driver', 'loop', 'gate', 'usb'];

/**
 * Makes a program of an example: statements as they would stand in a driver's method, run by one thread, or by the threads that
 * `// Thread A:` and `// Thread B, when A is asleep:` begin; what stands before the first of them is done in setup.
 *
 * A comment behind an expression, or behind a declared constant, is checked: `// kIOReturnSuccess`, `// true or false`. So are
 * `// panics: "…"`, `// never returns`, `// use after free` and `// data race`. Comments on lines of their own are for the reader.
 *
 * @param doubt a value that the example says, to be left out
 */
export function programOf(code: string, doubt?: Doubt): ExampleProgram {
  const text = `function* example() {\n${code}\n}`;
  const { program, comments, errors } = parseSync('example.ts', text);
  const [example] = program.body;
  if (errors.length > 0 || example?.type !== 'FunctionDeclaration') throw new Error(errors[0]?.message);
  const body = example.body?.body ?? [];
  const isInBody = (statement: Statement): boolean => body.includes(statement);
  const { edits, ...checks } = readChecks(text, comments, [...within(body)], isInBody, doubt);
  const edited = (isOfPart: (statement: Statement) => boolean): string =>
    body
      .filter(isOfPart)
      .map((statement) => withEdits(text, statement, edits))
      .join('\n');
  const threads = threadsOf(comments);
  const calls = threads.map(({ name, sleepers, start }, at) => {
    const end = threads[at + 1]?.start ?? text.length;
    const run = edited((part) => !isClass(part) && part.start >= start && part.start < end);
    const call = `function* () {\n${run}\n}`;
    return `${name}: [${sleepers.length > 0 ? `when(asleep('${sleepers.join("', '")}'), ${call})` : call}]`;
  });
  const used = fixture.filter((name) => new RegExp(`(?<!const |\\.)\\b${name}\\b`).test(code));
  return {
    ...checks,
    text: `
import { ${Object.keys(library).join(', ')}, type Cell, type IOReturn, type Op, type WaitResult } from 'workloop';
import { asleep, scenario, when } from 'workloop/run';
import { check, startedDriver } from './fixture.ts';
${edited(isClass)}
export default scenario({
  title: { en: 'an example', 'zh-Hans': '一个例子' },
  *setup() {
    ${used.length > 0 ? `const { ${used.join()} } = yield* startedDriver();` : ''}
    ${edited((part) => !isClass(part) && part.start < (threads[0]?.start ?? 0))}
    return { threads: { ${calls.join(',\n')} } };
  },
  properties: [],
});`,
  };
}

const isClass = ({ type }: Statement): boolean => type === 'ClassDeclaration';

function threadsOf(comments: readonly Comment[]): readonly Thread[] {
  const heads = comments.filter(({ value }) => value.startsWith(' Thread '));
  if (heads.length === 0) return [{ name: 'A', sleepers: [], start: 0 }];
  return heads.map(({ value, start }) => {
    const head = /^ Thread ([A-Z])(?:, when ([A-Z](?:(?:, | and )[A-Z])*) (?:is|are) asleep)?:$/.exec(value);
    if (!head?.[1]) throw new Error(`which thread? ${value}`);
    return { name: head[1], sleepers: head[2]?.split(/, | and /) ?? [], start };
  });
}

/** Statements and what is in them, the innermost first. */
function* within(value: unknown): Generator<Statement> {
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) yield* within(inner);
  if ('type' in value && /Statement$|Declaration$/.test(String(value.type))) yield value as Statement;
}

const withEdits = (text: string, { start, end }: Statement, edits: readonly Edit[]): string =>
  edits
    .filter((edit) => edit.start >= start && edit.end <= end)
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (all, edit) => all.slice(0, edit.start - start) + edit.text + all.slice(edit.end - start),
      text.slice(start, end),
    );
