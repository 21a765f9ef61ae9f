/** A line of the program. */
export interface Site {
  readonly file: string;
  readonly line: number;
}

/** Each of the program's modules starts so many lines after the one before: a line in a stack then says which file it is in. */
const linesApart = 10_000;

/** Lines that every engine puts before the body of a compiled function. */
const linesBefore = 2;

const files: string[] = [];

/** What to put before a module's code. */
export const paddingFor = (file: string): string => '\n'.repeat(files.push(file) * linesApart - linesBefore);

/** The innermost place in the program's files that a stack names. */
export function siteIn(stack: unknown): Site | undefined {
  if (typeof stack !== 'string') return undefined;
  for (const [, digits] of stack.matchAll(/<(?:input|anonymous)>:(\d+)/g)) {
    const line = Number(digits);
    const file = files[Math.floor(line / linesApart) - 1];
    if (file !== undefined) return { file, line: line % linesApart };
  }
  return undefined;
}
