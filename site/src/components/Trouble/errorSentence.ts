import { isMessage, say, type Locale } from 'workloop/messages';
import type { ProgramError } from 'workloop/run';

/** What is wrong with a program and what to try, in one sentence or two. */
export function errorSentence({ status, code, data }: ProgramError, locale: Locale): string {
  const field = data.field ? [`refusal.${code}.field`] : [];
  const known = [...field, `refusal.${code}`, `program.${code}`].find(isMessage);
  return say(known ?? `status.${status}`, data, locale);
}
