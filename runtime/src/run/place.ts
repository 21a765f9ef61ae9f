import type { Frame } from '../effects/index.ts';
import type { Context, Kernel } from '../kernel/index.ts';

/** The innermost place in the program's own files; in the library's only where there is no other. */
export function placeOf(
  k: Kernel,
  s: Int32Array,
  c: Context,
  own: (file: string) => boolean,
): Frame | undefined {
  const frames = k.where(s, c);
  return frames.find((frame) => own(frame.file)) ?? frames[0];
}

/** `disk.ts:27`. */
export const placeText = (frame: Frame | undefined): string => (frame ? `${frame.file}:${frame.line}` : '?');
