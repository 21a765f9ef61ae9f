import type { Shelf } from '../storage/shelf';
import { isRecord, keptAs, kindOf, type Kept, type Kind } from './kept';
import { merged, type Starters } from './merge';

const format = 'work-loop-progress';
const version = 1;
/** A browser keeps no more than this. */
const mostCharacters = 6_000_000;

/** Why a file's progress is not taken. */
export type Refusal =
  | { readonly because: 'tooBig' | 'notOurs' | 'newer' }
  /** `entry`: under which name something stands there that is not progress. */
  | { readonly because: 'damaged'; readonly entry: string };

/** What has come of loading a file. */
export interface Loaded {
  /** Things that are other now than before. */
  readonly changed: number;
  readonly unchanged: number;
}

/** Everything that somebody has solved, chosen and edited, as the text of a file. */
export function saved(shelf: Pick<Shelf, 'names' | 'read'>, made: string): string {
  const entries = shelf.names().flatMap((name) => {
    const value = valueOf(name, parsed(shelf.read(name)));
    return value === undefined ? [] : [[name, value] as const];
  });
  return `${JSON.stringify({ format, version, made, entries: Object.fromEntries(entries) }, undefined, 1)}\n`;
}

/**
 * Joins a file's progress to what is here. All of the file is read before anything is changed; a file with a fault changes
 * nothing.
 */
export function load(
  shelf: Pick<Shelf, 'read' | 'write'>,
  text: string,
  starters: Starters,
): Loaded | Refusal {
  if (text.length > mostCharacters) return { because: 'tooBig' };
  const file = parsed(text);
  if (!isRecord(file) || file.format !== format || !isRecord(file.entries)) return { because: 'notOurs' };
  if (file.version !== version) return { because: 'newer' };
  const entries = Object.entries(file.entries);
  const bad = entries.find(([name, value]) => valueOf(name, value) === undefined);
  if (bad) return { because: 'damaged', entry: bad[0].slice(0, 80) };

  let changed = 0;
  for (const [name, value] of entries) {
    const before = shelf.read(name);
    const after = JSON.stringify(joined(name, parsed(before), value, starters));
    if (after === JSON.stringify(parsed(before))) continue;
    shelf.write(name, after);
    changed++;
  }
  return { changed, unchanged: entries.length - changed };
}

function joined<K extends Kind>(name: string, ours: unknown, theirs: unknown, starters: Starters): unknown {
  const kind = kindOf(name) as K;
  const there = keptAs[kind](theirs) as Kept[K];
  const here = keptAs[kind](ours);
  if (here === undefined) return there;
  const both = merged[kind](here, there, starters.get(name.slice(kind.length + 1)));
  // What only this browser knows of it stays, too.
  return both === here ? ours : both;
}

function valueOf(name: string, value: unknown): unknown {
  const kind = kindOf(name);
  return kind && keptAs[kind](value);
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
