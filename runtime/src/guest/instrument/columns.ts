const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Columns of the original text, from a source map's `mappings` in which line n of the output is line n of the source.
 * Returns a function from a line and column of the output (both from 1) to the column in the source.
 */
export function originalColumns(mappings: string): (line: number, column: number) => number {
  const lines = decode(mappings);
  return (line, column) => {
    let original = column;
    for (const [generated, source] of lines[line - 1] ?? []) {
      if (generated > column - 1) break;
      original = source + column - generated;
    }
    return original;
  };
}

function decode(mappings: string): [generated: number, source: number][][] {
  let source = 0;
  return mappings.split(';').map((line) => {
    let generated = 0;
    return line.split(',').flatMap((segment): [number, number][] => {
      const [step, , , sourceStep] = numbers(segment);
      if (step === undefined || sourceStep === undefined) return [];
      generated += step;
      source += sourceStep;
      return [[generated, source]];
    });
  });
}

/** Base64 variable-length quantities: five bits a digit, lowest first, the sign in the lowest bit. */
function numbers(segment: string): number[] {
  const found: number[] = [];
  let value = 0;
  let shift = 0;
  for (const letter of segment) {
    const digit = digits.indexOf(letter);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    found.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return found;
}
