import { isMessage, refusal, say, type Locale } from 'workloop/messages';
import type { ProgramError } from 'workloop/run';

/** What is wrong with a program and what to try, in one sentence or two. */
export function errorSentence({ status, code, data }: ProgramError, locale: Locale): string {
  if (isMessage(`refusal.${code}`)) return refusal(code, data)[locale];
  return say(isMessage(`program.${code}`) ? `program.${code}` : `status.${status}`, data, locale);
}
