/**
 * A replay token is text a person can paste: `wl2:two-readers:fan.lock,fan.rpm:A-0lk.1st;B-0lk`. It names the scenario; the objects that
 * are used; and, run after run, a thread with what it did, a word and the place of the object among the names. So a program that has
 * changed since is noticed at the first step that differs, and can be followed from there.
 */
export interface Token {
  readonly scenario: string;
  readonly steps: readonly TokenStep[];
}

export interface TokenStep {
  readonly context: string;
  /** What it did: an effect's word, see `tokenStep`. */
  readonly word: string;
  /** Which of several ways (whom to wake); 0 for the first or only one. */
  readonly alternative: number;
  /** The name of what it was about; absent if that has none, and in tokens of the first version. */
  readonly object?: string;
}

/** Tokens of the first version name no objects: `wl1:two-readers:A-lk.st;B-lk`. */
const FIRST = 'wl1';
const VERSION = 'wl2';

/** Writes a token. */
export function formatToken({ scenario, steps }: Token): string {
  const objects: string[] = [];
  const placeOf = (object: string): number => {
    if (!objects.includes(object)) objects.push(object);
    return objects.indexOf(object);
  };
  const runs: string[] = [];
  let last: string | undefined;
  for (const { context, word, alternative, object } of steps) {
    const place = object === undefined ? '' : placeOf(object);
    const step = `${place}${escapeWord(word)}${alternative > 0 ? `~${alternative}` : ''}`;
    if (context === last) runs.push(`${runs.pop()}.${step}`);
    else runs.push(`${encodeURIComponent(context)}-${step}`);
    last = context;
  }
  return [
    VERSION,
    encodeURIComponent(scenario),
    objects.map(encodeURIComponent).join(','),
    runs.join(';'),
  ].join(':');
}

/** Words keep clear of the token's own punctuation, and begin with no digit. */
const escapeWord = (word: string): string =>
  encodeURIComponent(word).replace(/[-.~]|^\d/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** Reads a token of any version; undefined if the text is none. */
export function parseToken(text: string): Token | undefined {
  const [version, ...parts] = text.trim().split(':');
  if (version === FIRST) parts.splice(1, 0, '');
  else if (version !== VERSION) return undefined;
  const [scenario, objects, runs, ...rest] = parts;
  if (scenario === undefined || objects === undefined || runs === undefined || rest.length > 0)
    return undefined;
  try {
    const names = objects.split(',').map(decodeURIComponent);
    const steps = runs === '' ? [] : runs.split(';').flatMap((run) => parseRun(run, names));
    return { scenario: decodeURIComponent(scenario), steps };
  } catch {
    return undefined;
  }
}

/** The steps of one thread in a row. Throws where they are none. */
function parseRun(run: string, objects: readonly string[]): TokenStep[] {
  const [, name = '', words = ''] = /^(.+)-([^-]+)$/.exec(run) ?? [];
  const context = decodeURIComponent(name);
  return words.split('.').map((text) => {
    const [, place = '', word = '', alternative = '0'] =
      /^(\d*)([^~\d][^~]*)(?:~(\d{1,3}))?$/.exec(text) ?? [];
    const object = objects[Number(place)];
    if (word === '' || (place !== '' && object === undefined)) throw new Error('no step');
    return {
      context,
      word: decodeURIComponent(word),
      alternative: Number(alternative),
      ...(place !== '' && object !== undefined && { object }),
    };
  });
}
