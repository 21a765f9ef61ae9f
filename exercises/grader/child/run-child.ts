import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { FrameReader } from './frame.ts';

const COMPLAINT = 4096;

/** How a child ended: with a reply, or without, and why. */
export type Ended =
  | { readonly ended: 'replied'; readonly reply: unknown }
  | { readonly ended: 'system-timeout' }
  | { readonly ended: 'system-error'; readonly message: string };

export interface ChildOptions {
  /** After so many seconds of wall-clock time the child is killed. */
  readonly seconds: number;
  /** The most bytes of a message from it. */
  readonly limit: number;
  readonly onProgress?: (message: unknown) => void;
  /** Ends it: nobody waits for its answer any more. */
  readonly signal?: AbortSignal;
}

/**
 * Runs Node in a process with an empty environment and gives it a request. What it prints is not looked at: the first reply on descriptor
 * 3 counts, then it is killed, and nothing that comes later is heard.
 *
 * @param args Node's own flags, the script, its arguments
 * @param request what it finds on standard input
 */
export function runChild(
  args: readonly string[],
  request: Buffer,
  { seconds, limit, onProgress, signal }: ChildOptions,
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      env: {},
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let complaint = '';
    const finish = (ended: Ended): void => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      resolve(ended);
    };
    const timer = setTimeout(() => finish({ ended: 'system-timeout' }), seconds * 1000);
    signal?.addEventListener('abort', () => finish({ ended: 'system-error', message: 'not needed' }));
    child.on('error', (error) => finish({ ended: 'system-error', message: error.message }));
    child.on('close', () => finish({ ended: 'system-error', message: complaint.trim() || 'no reply' }));
    child.stderr?.on(
      'data',
      (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(0, COMPLAINT)),
    );

    const reader = new FrameReader(limit);
    const replies = child.stdio[3] as Readable;
    replies.on('error', () => {});
    replies.on('data', (chunk: Buffer) => {
      try {
        for (const { kind, message } of reader.push(chunk)) {
          if (kind === 'reply') return finish({ ended: 'replied', reply: message });
          onProgress?.(message);
        }
      } catch (error) {
        finish({ ended: 'system-error', message: `unreadable reply: ${(error as Error).message}` });
      }
    });
    // A child that dies before it has read its job says so by closing.
    child.stdin?.on('error', () => {});
    child.stdin?.end(request);
  });
}
