import type { Progress } from 'workloop/run';
import { childFile, wasmFile } from './bundle.ts';
import { encodeFrame } from './child/frame.ts';
import type { Job, Replies } from './child/job.ts';
import { runChild, type Ended } from './child/run-child.ts';

const MB = 1024 * 1024;

/** How a job went: what the child said, or why it said nothing. */
export type Asked<Kind extends Job['do']> =
  { readonly ended: 'replied'; readonly reply: Replies[Kind] } | Exclude<Ended, { ended: 'replied' }>;

export interface AskOptions {
  /** After so many seconds of wall-clock time the child is killed. */
  readonly seconds: number;
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the child: nobody waits for its answer any more. */
  readonly signal?: AbortSignal;
}

/** Gives a job to a process of its own, with nothing to read but the engine, nothing to write, and no processes. */
export function askChild<Kind extends Job['do']>(
  job: Extract<Job, { do: Kind }>,
  { seconds, onProgress, signal }: AskOptions,
): Promise<Asked<Kind>> {
  const asked = runChild([...permissions(), childFile, wasmFile], encodeFrame('request', job), {
    seconds,
    ...(signal && { signal }),
    // A record is at most 1 MB; a table of a run for a person at the terminal may be longer.
    limit: job.do === 'grade' ? MB : 64 * MB,
    ...(onProgress && { onProgress: (message) => onProgress(message as Progress) }),
  });
  return asked as Promise<Asked<Kind>>;
}

/** Node's permission model, under the name that this version has for it. */
function permissions(): string[] {
  const flag = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
  return ['--no-warnings', flag, `--allow-fs-read=${childFile}`, `--allow-fs-read=${wasmFile}`];
}
