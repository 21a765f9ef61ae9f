export { formatTrace, type FormatOptions } from './format.ts';
export { printable } from './printable.ts';
export { alignColumns, columns, pad, padLeft } from './width.ts';
export type * from './types.ts';
