export { formatTrace, type FormatOptions } from './format.ts';
export { gateStatistics, type GateStatistics } from './gateStatistics.ts';
export { printable } from './printable.ts';
export { returnCodeText, withReturnCodes } from './returnCodes.ts';
export { timeouts } from './timeouts.ts';
export { traceBits, tracePoints, type TracePoint } from './tracePoints.ts';
export { alignColumns, columns, pad, padLeft } from './width.ts';
export type * from './types.ts';
