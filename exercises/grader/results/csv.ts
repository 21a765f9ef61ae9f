/** A cell that a spreadsheet takes for text whatever is in it: never a formula, always in quotes. */
export function csvCell(value: string | number | null): string {
  const text = String(value ?? '');
  const neutral = typeof value === 'string' && /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${neutral.replaceAll('"', '""')}"`;
}

/** Rows as RFC 4180 has them, after a byte-order mark by which Excel knows UTF-8. */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}
