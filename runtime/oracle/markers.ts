/**
 * What a step of the oracle's does outside the classes. In the program it is a read of a cell of its own; the player knows the cell, and
 * lets the read happen only when it may (the oracle's constraints), or does something when it happens (hardware).
 */
export type Marker =
  | { readonly type: 'point' }
  | { readonly type: 'start' }
  | { readonly type: 'asleep' | 'done'; readonly thread: string }
  | { readonly type: 'equal'; readonly variable: string; readonly value: number }
  | { readonly type: 'quiet' | 'lower'; readonly line: string }
  | { readonly type: 'raise'; readonly line: string; readonly times: number }
  | { readonly type: 'idle' };
