import type { Progress } from './verdict.ts';

/** An engine's work in slices of a bounded size: between two it yields how far it is, and in the end it returns what it found. */
export type Slices<T> = Generator<Progress, T, void>;

/** Thrown into an engine whose caller wants no answer any more. */
export class Cancelled extends Error {}

/** What happens between two slices. */
export interface Pace {
  onProgress?(progress: Progress): void;
  cancelled?(): boolean;
}

/** Works slice after slice, to the end. */
export function finish<T>(work: Slices<T>, { onProgress, cancelled }: Pace): T {
  let slice = work.next();
  while (!slice.done) {
    onProgress?.(slice.value);
    slice = cancelled?.() ? work.throw(new Cancelled('cancelled')) : work.next();
  }
  return slice.value;
}
