import type { Comment, Statement } from 'oxc-parser';

/** One value that a check allows, both counted from 0: the example must fail without it. */
export interface Doubt {
  readonly check: number;
  readonly value: number;
}

/** A piece of text, and what is to stand there. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What the comments behind the statements of an example say. */
export interface Checks {
  /** The statements that they check, made to check it. */
  readonly edits: readonly Edit[];
  /** How the example ends, if not by running to its end: `panics: "…"`, or one of `endings`. */
  readonly ending: string | undefined;
  /** What must be wrong if it is left out, to see that each check is made. A single value that every thread gets to needs no such proof. */
  readonly doubts: readonly Doubt[];
}

const endings: readonly string[] = ['never returns', 'use after free', 'data race'];

/**
 * Reads the comments behind statements: `// 3`, `// true or false`, `// panics: "…"`, `// never returns`. Throws at any other.
 *
 * @param text the whole text
 * @param statements its statements, the innermost first
 * @param isReached whether a thread cannot get around a statement
 * @param doubt a value to leave out
 */
export function readChecks(
  text: string,
  comments: readonly Comment[],
  statements: readonly Statement[],
  isReached: (statement: Statement) => boolean,
  doubt?: Doubt,
): Checks {
  const edits: Edit[] = [];
  const doubts: (Doubt & { readonly isSure: boolean })[] = [];
  let ending: string | undefined;
  for (const { start, value } of comments) {
    if (text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '') continue;
    const statement = statements.find(({ end }) => end <= start && text.slice(end, start).trim() === '');
    const said = value.trim();
    if (!statement) throw new Error(`no statement ends before "// ${said}"`);
    if (endings.includes(said) || said.startsWith('panics: ')) {
      ending = said;
      continue;
    }
    const values = said.split(' or ');
    const check = edits.length;
    const isSure = values.length === 1 && isReached(statement);
    doubts.push(...values.map((_, at) => ({ check, value: at, isSure })));
    const allowed = values.filter((_, at) => doubt?.check !== check || doubt.value !== at);
    edits.push(checking(text, statement, allowed));
  }
  return { edits, ending, doubts: doubts.filter(({ isSure }) => !isSure || ending !== undefined) };
}

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
