import type { Texts } from '../Workbench/work';

/** What a link carries: the learner's files, and a run of them to show. */
export interface Shared {
  readonly texts: Texts;
  /** A replay token. */
  readonly token?: string;
}

/** Longer links get cut off on their way; 200 lines of code take about 3,000 characters. */
export const longestLink = 32_000;
const mostBytes = 256 * 1024;

/**
 * What stands behind the `#` of a link to somebody's work; undefined: it would be too long.
 *
 * @param name under which the browser keeps the work: `program:two-locks`
 */
export async function fragmentOf(name: string, shared: Shared): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(JSON.stringify(shared));
  const packed = await through(bytes, new CompressionStream('deflate-raw'), mostBytes);
  const fragment = `work=${name}.1.${toBase64Url(packed)}`;
  return fragment.length > longestLink ? undefined : fragment;
}

/** What a fragment carries for the work of this name, still packed; undefined: nothing. */
export function packedIn(hash: string, name: string): string | undefined {
  const mark = `#work=${name}.`;
  return hash.startsWith(mark) ? hash.slice(mark.length) : undefined;
}

/**
 * Unpacks what came with a link. Anybody may have made it: whatever is not exactly what `fragmentOf` makes is nothing.
 *
 * @param edit the files that a reader may change; a link changes no others
 */
export async function unpacked(packed: string, edit: readonly string[]): Promise<Shared | undefined> {
  if (!/^1\.[\w-]+$/.test(packed) || packed.length > longestLink) return undefined;
  try {
    const bytes = await through(
      fromBase64Url(packed.slice(2)),
      new DecompressionStream('deflate-raw'),
      mostBytes,
    );
    return checked(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), edit);
  } catch {
    return undefined;
  }
}

function checked(value: unknown, edit: readonly string[]): Shared | undefined {
  if (!isRecord(value) || !isRecord(value.texts)) return undefined;
  const { texts, token } = value;
  const files = Object.entries(texts);
  if (!files.every(([path, text]) => edit.includes(path) && typeof text === 'string')) return undefined;
  if (token !== undefined && !(typeof token === 'string' && /^wl\d:\S+$/.test(token))) return undefined;
  if (files.length === 0 && token === undefined) return undefined;
  return { texts: Object.fromEntries(files) as Texts, ...(token !== undefined && { token }) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Pipes bytes through a stream; throws beyond the limit, before it is all there. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    if (!value) continue;
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      throw new Error('too long');
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
