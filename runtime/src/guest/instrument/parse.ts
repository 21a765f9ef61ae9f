import { Parser, tokTypes, type Program } from 'acorn';
import { transform } from 'sucrase';
import type { Finding, Refusal, RefusalCode } from './refusal.ts';

export type Stripped = { text: string; mappings: string } | { refusal: Refusal };

/** Removes the types; every line stays where it is, columns do not. */
export function stripTypes(source: string, file: string): Stripped {
  try {
    const { code, sourceMap } = transform(source, {
      transforms: ['typescript'],
      disableESTransforms: true,
      filePath: file,
      sourceMapOptions: { compiledFilename: file },
    });
    return { text: code, mappings: sourceMap?.mappings ?? '' };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    const { message, loc } = error as Error & { loc?: { line: number; column: number } };
    const detail = message.replace(`Error transforming ${file}: `, '').replace(/ \(\d+:\d+\)$/, '');
    return {
      refusal: { code: 'syntax-error', line: loc?.line ?? 1, column: loc?.column ?? 1, data: { detail } },
    };
  }
}

/** A parser that looks for the end of a regular expression only: QuickJS says what is wrong with it. */
const Reader = Parser.extend(
  (Base) =>
    class extends Base {
      validateRegExpFlags(): void {}
      validateRegExpPattern(): void {}
    },
);

/** Parses what QuickJS can run: ES2023 modules. */
export function parse(text: string): { program: Program } | { finding: Finding } {
  try {
    let htmlComment: number | undefined;
    const program = Reader.parse(text, {
      ecmaVersion: 2023,
      sourceType: 'module',
      preserveParens: true,
      // An operator of a module, but the start of a comment in the body of a function: what runs must be what was read.
      onToken: ({ type, start }) => {
        if (type === tokTypes.relational && text.startsWith('<!--', start)) htmlComment ??= start;
      },
    });
    if (htmlComment !== undefined) {
      return {
        finding: { code: 'syntax-error', at: htmlComment, data: { detail: "Unexpected token '<!--'" } },
      };
    }
    return { program };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    const { message, pos } = error as SyntaxError & { pos: number };
    return { finding: named(text, pos, message.replace(/ \(\d+:\d+\)$/, '')) };
  }
}

/** Gives the errors that have a cause of their own their own code. */
function named(text: string, at: number, detail: string): Finding {
  const words = /(?:\b(\w+)\s+)?$/.exec(text.slice(Math.max(0, at - 40), at));
  const before = words?.[1] ?? '';
  const here = /^\w*/.exec(text.slice(at))?.[0] ?? '';
  const code: RefusalCode =
    text[at] === '@'
      ? 'decorator'
      : before === 'accessor' || before === 'using'
        ? before
        : /'yield'|yield expression/i.test(detail)
          ? 'yield-outside-generator'
          : here === 'await' || before === 'await'
            ? 'async'
            : 'syntax-error';
  if (code !== 'syntax-error') {
    return { code, at: code === before ? text.lastIndexOf(before, at) : at };
  }
  return { code, at, data: { detail } };
}
