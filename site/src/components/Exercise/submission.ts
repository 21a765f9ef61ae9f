import type { Locale } from 'workloop/messages';
import type { Texts } from '../Workbench/work';

interface Submitted {
  readonly exercise: string;
  readonly version: number;
  readonly language: Locale;
  /** ISO 8601. */
  readonly made: string;
}

/** The files of a submission, in a folder of their own: what `workloop check` reads. */
export function submissionFiles(texts: Texts, declared: Submitted): Texts {
  const folder = `work-loop-${declared.exercise}`;
  const files = { ...texts, 'submission.json': `${JSON.stringify(declared, undefined, 2)}\n` };
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

/** Packs files as a zip. */
export async function zipOf(files: Texts): Promise<Uint8Array<ArrayBuffer>> {
  const { strToU8, zipSync } = await import('fflate');
  const packed = zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
  );
  return packed as Uint8Array<ArrayBuffer>;
}
