/** A message between the grader and its child: a kind, a length, JSON. */
export type FrameKind = 'request' | 'progress' | 'reply';

const KINDS: readonly FrameKind[] = ['request', 'progress', 'reply'];
const HEAD = 5;

/** Writes a message. */
export function encodeFrame(kind: FrameKind, message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message));
  const head = Buffer.alloc(HEAD);
  head.writeUInt8(KINDS.indexOf(kind), 0);
  head.writeUInt32BE(body.length, 1);
  return Buffer.concat([head, body]);
}

/** What came is no frame, or longer than allowed. */
export class BadFrame extends Error {}

/** Takes frames out of a stream of bytes. */
export class FrameReader {
  readonly #limit: number;
  #chunks: Buffer[] = [];
  #size = 0;

  /** @param limit the most bytes that one message may have */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Adds bytes; returns the messages that are complete. Throws BadFrame. */
  push(chunk: Buffer): { kind: FrameKind; message: unknown }[] {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    const found: { kind: FrameKind; message: unknown }[] = [];
    for (let frame = this.#take(); frame; frame = this.#take()) found.push(frame);
    return found;
  }

  #take(): { kind: FrameKind; message: unknown } | undefined {
    if (this.#size < HEAD) return undefined;
    if ((this.#chunks[0]?.length ?? 0) < HEAD) this.#join();
    const head = this.#chunks[0] ?? Buffer.alloc(0);
    const kind = KINDS[head.readUInt8(0)];
    const length = head.readUInt32BE(1);
    if (!kind || length > this.#limit) throw new BadFrame(`a message of ${length} bytes`);
    if (this.#size < HEAD + length) return undefined;
    const all = this.#join();
    this.#chunks = [all.subarray(HEAD + length)];
    this.#size = all.length - HEAD - length;
    return { kind, message: JSON.parse(all.toString('utf8', HEAD, HEAD + length)) };
  }

  #join(): Buffer {
    const all = Buffer.concat(this.#chunks);
    this.#chunks = [all];
    return all;
  }
}
