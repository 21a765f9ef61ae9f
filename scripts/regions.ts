const START = /^\s*\/\/ #region\s+(\S+)\s*$/;
const END = /^\s*\/\/ #endregion\b/;

/** A piece of a source file as a lesson shows it. */
export interface Region {
  /** The code: marker lines removed, common indentation removed. */
  text: string;
  /** For each line of `text`, its line in the file, from 1. */
  lines: number[];
}

/** A region that a lesson names is not in the file, or the file's markers do not match up. */
export class RegionError extends Error {
  override name = 'RegionError';
}

/**
 * Extracts a named region of a C++ or TypeScript file: the lines between `// #region name` and its `// #endregion`.
 * Regions may nest; all marker lines are removed.
 *
 * @param source the file's text
 * @param file the file's name, for the error
 * @param name the region; without it, the whole file
 * @throws RegionError when the region is absent, opened twice or never closed
 */
export function extractRegion(source: string, file: string, name?: string): Region {
  const open: string[] = [];
  const kept: { text: string; line: number }[] = [];
  let seen = 0;
  source
    .replace(/\n$/, '')
    .split(/\r?\n/)
    .forEach((text, index) => {
      const start = START.exec(text)?.[1];
      if (start !== undefined) {
        open.push(start);
        if (start === name) seen += 1;
      } else if (END.test(text)) {
        if (open.pop() === undefined)
          throw new RegionError(`${file}:${index + 1}: #endregion without #region`);
      } else if (name === undefined || open.includes(name)) {
        kept.push({ text, line: index + 1 });
      }
    });
  if (open.length > 0) throw new RegionError(`${file}: region "${open[0]}" has no #endregion`);
  if (name !== undefined && seen !== 1) {
    throw new RegionError(
      seen === 0 ? `${file}: no region "${name}"` : `${file}: region "${name}" is there ${seen} times`,
    );
  }
  const indents = kept
    .filter(({ text }) => text.trim() !== '')
    .map(({ text }) => /^\s*/.exec(text)?.[0].length ?? 0);
  const indent = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return {
    text: kept.map(({ text }) => text.slice(indent)).join('\n'),
    lines: kept.map(({ line }) => line),
  };
}
