import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { childFile, wasmFile } from './bundle.ts';
import { encodeFrame, FrameReader } from './child/frame.ts';
import type { ChildProgress, Job, Replies } from './child/job.ts';

const MB = 1024 * 1024;
const STDERR = 4096;

/** How a job went: what the child said, or why it said nothing. */
export type Asked<Kind extends Job['do']> =
  | { readonly ended: 'replied'; readonly reply: Replies[Kind] }
  | { readonly ended: 'system-timeout' }
  | { readonly ended: 'system-error'; readonly message: string };

export interface AskOptions {
  /** After so many seconds of wall-clock time the child is killed. */
  readonly seconds: number;
  readonly onProgress?: (progress: ChildProgress) => void;
}

/**
 * Gives a job to a process of its own: an empty environment, nothing to read but the engine, nothing to write, no processes. The first
 * reply counts, and nothing that comes after it.
 */
export function askChild<Kind extends Job['do']>(
  job: Extract<Job, { do: Kind }>,
  { seconds, onProgress }: AskOptions,
): Promise<Asked<Kind>> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...childFlags(), childFile, wasmFile], {
      env: {},
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let complaint = '';
    const finish = (asked: Asked<Kind>): void => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      resolve(asked);
    };
    const timer = setTimeout(() => finish({ ended: 'system-timeout' }), seconds * 1000);
    child.on('error', (error) => finish({ ended: 'system-error', message: error.message }));
    child.on('close', () => finish({ ended: 'system-error', message: complaint.trim() || 'no reply' }));
    child.stderr?.on(
      'data',
      (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(0, STDERR)),
    );

    // A record is at most 1 MB; a table of a run for a person at the terminal may be longer.
    const reader = new FrameReader(job.do === 'grade' ? MB : 64 * MB);
    const replies = child.stdio[3] as Readable;
    replies.on('error', () => {});
    replies.on('data', (chunk: Buffer) => {
      try {
        for (const { kind, message } of reader.push(chunk)) {
          if (kind === 'reply') return finish({ ended: 'replied', reply: message as Replies[Kind] });
          onProgress?.(message as ChildProgress);
        }
      } catch (error) {
        finish({ ended: 'system-error', message: `unreadable reply: ${(error as Error).message}` });
      }
    });
    // A child that dies before it has read its job says so by closing.
    child.stdin?.on('error', () => {});
    child.stdin?.end(encodeFrame('request', job));
  });
}

/** Node's permission model, under the name that this version has for it. */
function childFlags(): string[] {
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
  return ['--no-warnings', permission, `--allow-fs-read=${childFile}`, `--allow-fs-read=${wasmFile}`];
}
