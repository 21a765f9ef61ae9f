import { parseSync, type Statement } from 'oxc-parser';
import * as library from '../../src/index.ts';

/** How an example can end that neither runs to its end nor `panics: "…"`. */
const endings: readonly string[] = ['never returns', 'use after free', 'data race'];

/** An example as a program for the simulated kernel. */
export interface ExampleProgram {
  readonly text: string;
  /** How it ends: `panics: "…"`, one of `endings`, or undefined if it runs to its end. */
  readonly ending: string | undefined;
  /** How many values each check allows: `// true` one, `// true or false` two. */
  readonly checks: readonly number[];
}

/** Leaves out one value that a check allows: the example must fail without it. */
export interface Doubt {
  readonly check: number;
  readonly value: number;
}

const thread = /^ Thread ([A-Z])(?:, when ([A-Z](?:(?:, | and )[A-Z])*) (?:is|are) asleep)?:$/;
const head = 'function* example() {\n';
/** What `fixture.ts` has started; an example may make its own under the same name. */
const fixture = ['driver', 'loop', 'gate', 'usb'];

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Makes a program of an example: statements as they would stand in a driver's method, run by one thread, or by the threads that
 * `// Thread A:` and `// Thread B, when A is asleep:` begin; what stands before the first of them is done in setup.
 *
 * A comment behind an expression, or behind a declared constant, is checked: `// kIOReturnSuccess`, `// true or false`. So are
 * `// panics: "…"` and the `endings`. Comments on lines of their own are for the reader.
 */
export function programOf(code: string, doubt?: Doubt): ExampleProgram {
  const text = `${head}${code}\n}`;
  const { program, comments, errors } = parseSync('example.ts', text);
  const [example] = program.body;
  if (errors.length > 0 || example?.type !== 'FunctionDeclaration') throw new Error(errors[0]?.message);
  const statements = [...within(example.body?.body ?? [])];
  const edits: Edit[] = [];
  const checks: number[] = [];
  let ending: string | undefined;
  for (const comment of comments.filter(({ start }) => !isAlone(text, start))) {
    const statement = statements.find(
      ({ end }) => /^ *$/.test(text.slice(end, comment.start)) && end <= comment.start,
    );
    const said = comment.value.trim();
    if (!statement) throw new Error(`no statement ends before "// ${said}"`);
    if (endings.includes(said) || said.startsWith('panics: ')) ending = said;
    else {
      const values = said.split(' or ');
      const allowed = values.filter((_, value) => doubt?.check !== checks.length || doubt.value !== value);
      checks.push(values.length);
      edits.push(checking(text, statement, allowed));
    }
  }
  const edited = (start: number, end: number): string =>
    edits
      .filter((edit) => edit.start >= start && edit.end <= end)
      .toSorted((a, b) => b.start - a.start)
      .reduce((all, edit) => replaced(all, edit, start), text.slice(start, end));
  const threads = comments.flatMap((comment) => {
    const [, name, sleepers] = (isAlone(text, comment.start) && thread.exec(comment.value)) || [];
    return name === undefined ? [] : [{ name, sleepers, start: comment.start }];
  });
  const parts = threads.length > 0 ? threads : [{ name: 'A', sleepers: undefined, start: 0 }];
  const from = (start: number, end: number): string =>
    (example.body?.body ?? [])
      .filter((node) => node.type !== 'ClassDeclaration' && node.start >= start && node.start < end)
      .map((node) => edited(node.start, node.end))
      .join('\n');
  const classes = statements.filter(({ type }) => type === 'ClassDeclaration');
  const calls = parts.map(({ name, sleepers, start }, at) => {
    const body = `function* () {\n${from(start, parts[at + 1]?.start ?? text.length)}\n}`;
    const names = sleepers?.split(/, | and /).map((sleeper) => `'${sleeper}'`);
    return `${name}: [${names ? `when(asleep(${names.join()}), ${body})` : body}]`;
  });
  const uses = fixture.filter((name) => new RegExp(`(?<!const |\\.)\\b${name}\\b`).test(code));
  return {
    ending,
    checks,
    text: `
import { ${Object.keys(library).join(', ')}, type Cell, type IOReturn, type Op } from 'workloop';
import { asleep, scenario, when } from 'workloop/run';
import { check, startedDriver } from './fixture.ts';
${classes.map(({ start, end }) => edited(start, end)).join('\n')}
export default scenario({
title: { en: 'an example', 'zh-Hans': '一个例子' },
*setup() {
${uses.length > 0 ? `const { ${uses.join()} } = yield* startedDriver();` : ''}
${from(0, parts[0]?.start ?? 0)}
return { threads: { ${calls.join(',\n')} } };
},
properties: [],
});`,
  };
}

/** Statements and what is in them, the innermost first. */
function* within(value: unknown): Generator<Statement> {
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) yield* within(inner);
  if ('type' in value && /Statement$|Declaration$/.test(String(value.type))) yield value as Statement;
}

const isAlone = (text: string, start: number): boolean =>
  text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';

function checking(text: string, statement: Statement, values: readonly string[]): Edit {
  const { start, end } = statement;
  const said = text.slice(start, end);
  const call = (actual: string): string =>
    `yield* check(${actual}, [${values.join()}], ${JSON.stringify(actual)});`;
  if (statement.type === 'ExpressionStatement') {
    const { expression } = statement;
    return { start, end, text: call(text.slice(expression.start, expression.end)) };
  }
  const declared = statement.type === 'VariableDeclaration' ? statement.declarations[0]?.id : undefined;
  if (declared?.type !== 'Identifier') throw new Error(`"${said}" has no value to check`);
  return { start, end, text: `${said} ${call(declared.name)}` };
}

const replaced = (text: string, edit: Edit, offset: number): string =>
  text.slice(0, edit.start - offset) + edit.text + text.slice(edit.end - offset);
