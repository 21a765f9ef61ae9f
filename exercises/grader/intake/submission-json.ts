import { Refused } from './refusal.ts';

/** What a submission says of itself: a hint that grants nothing. */
export interface Declared {
  readonly exercise?: string;
  readonly version?: number;
  readonly language?: string;
  readonly made?: string;
}

const LENGTH = 64;

/** Reads submission.json; unknown and ill-typed entries are left out. Throws Refused. */
export function readSubmissionJson(text: string): Declared {
  const data = parse(text);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw refused('not an object');
  const own = (key: string): unknown =>
    Object.hasOwn(data, key) ? (data as Record<string, unknown>)[key] : undefined;
  const string = (key: string): Record<string, string> => {
    const value = own(key);
    return typeof value === 'string' && value.length <= LENGTH ? { [key]: value } : {};
  };
  const version = own('version');
  return {
    ...string('exercise'),
    ...(typeof version === 'number' && { version }),
    ...string('language'),
    ...string('made'),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused('not JSON');
  }
}

const refused = (reason: string): Refused => new Refused('cli.refused.bad-submission-json', { reason });
