import { readFileSync, writeSync } from 'node:fs';
import { createEngine, type Progress } from 'workloop/run';
import { answer } from './answer.ts';
import { encodeFrame, FrameReader, type FrameKind } from './frame.ts';
import type { Job } from './job.ts';

/** The child: one request on standard input, one reply on descriptor 3; the engine's WebAssembly is the only file it may read. */
const REPLY = 3;
const wasmFile = process.argv[2] ?? '';

const [request] = new FrameReader(Infinity).push(readFileSync(0));
const engine = await createEngine({ wasm: readFileSync(wasmFile) });
const onProgress = (progress: Progress): void => send('progress', progress);
send('reply', await answer(engine, request?.message as Job, onProgress));

function send(kind: FrameKind, message: unknown): void {
  const frame = encodeFrame(kind, message);
  for (let at = 0; at < frame.length;) at += writeSync(REPLY, frame, at);
}
