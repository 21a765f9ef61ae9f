import { parseSync } from 'oxc-parser';

/** What a docstring shows after `@example`. */
export interface Example {
  /** What the docstring is of: `IOLockTryLock`. */
  readonly of: string;
  /** The line of the source on which the example begins, from 1. */
  readonly line: number;
  readonly code: string;
}

const named =
  /^\s*(?:(?:export|const|class|interface|type|function\*?|static|override|protected|readonly)\s+|\*)*(\w+)/;

/** Every example of a source file, in order. */
export function examplesOf(file: string, source: string): readonly Example[] {
  const docstrings = parseSync(file, source).comments.filter(
    ({ type, value }) => type === 'Block' && value.startsWith('*'),
  );
  return docstrings.flatMap(({ value, start, end }) => {
    const [, of = '?'] = named.exec(source.slice(end)) ?? [];
    const first = source.slice(0, start).split('\n').length;
    return blocks(value.split('\n')).map(({ at, code }) => ({ of, line: first + at, code }));
  });
}

/** From each `@example` to the next tag, or the end. */
function blocks(lines: readonly string[]): { readonly at: number; readonly code: string }[] {
  const plain = lines.map((line) => line.replace(/^\s*\* ?/, ''));
  const tags = plain.flatMap((line, at) => (line.startsWith('@') ? [at] : []));
  return tags
    .filter((at) => plain[at]?.startsWith('@example'))
    .map((at) => {
      const rest = plain.slice(
        at,
        tags.find((next) => next > at),
      );
      return { at, code: rest.join('\n').replace('@example', '').trim() };
    });
}
