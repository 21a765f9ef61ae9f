import type { Message } from './message.ts';

/** Texts of one language by key. */
export type Texts = Map<string, string>;

const escape = (key: string): string => key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function findKey(source: string, key: string): number {
  const leaf = escape(key.split('.').at(-1) ?? key);
  const written = new RegExp(`["']${escape(key)}["']|^\\s*["']?(?:${escape(key)}|${leaf})["']?\\s*:`);
  return source.split('\n').findIndex((line) => written.test(line));
}

/** Whether a file writes a key down. */
export const hasKey = (source: string, key: string): boolean => findKey(source, key) >= 0;

/** The line on which a file first has a key. */
export const lineOfKey = (source: string, key: string): number => Math.max(findKey(source, key), 0) + 1;

/** Every string of a nested record, under its dotted key. */
export function flatten(value: unknown, key = '', into: Texts = new Map()): Texts {
  if (typeof value === 'string') into.set(key, value);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) flatten(inner, key ? `${key}.${name}` : name, into);
  }
  return into;
}

/** One side of a catalogue. */
export interface Side {
  texts: Texts;
  /** The file of a key, below the root. */
  file(key: string): string;
}

/** Puts two languages side by side; a message stands where its Chinese does, else where its English does. */
export function paired(en: Side, zh: Side, read: (file: string) => string): Message[] {
  return [...new Set([...en.texts.keys(), ...zh.texts.keys()])].map((key) => {
    const file = zh.texts.has(key) ? zh.file(key) : en.file(key);
    const [english, chinese] = [en.texts.get(key), zh.texts.get(key)];
    return {
      key,
      ...(english === undefined ? {} : { en: english }),
      ...(chinese === undefined ? {} : { zh: chinese }),
      file,
      line: lineOfKey(read(file), key),
    };
  });
}
