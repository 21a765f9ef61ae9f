import { say, type MessageData } from 'workloop/messages';
import type { Locale } from './words.ts';

/** One of the engine's sentences as the page shows it: what stands in backquotes is code there. */
export const said = (code: string, data: MessageData, locale: Locale): string =>
  say(code, data, locale).replaceAll('`', '');
