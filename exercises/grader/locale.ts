import type { Locale } from 'workloop/messages';

/** The language that a terminal's environment asks for. */
export function localeOf(env: Readonly<Record<string, string | undefined>>): Locale {
  return /^zh/i.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'zh-Hans' : 'en';
}
