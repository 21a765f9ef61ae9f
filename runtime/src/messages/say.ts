import { catalogues } from '#catalogues';
import type { Locale, MessageCode } from './catalogue.ts';

export type MessageData = Readonly<Record<string, string | number | boolean>>;

/** Whether the catalogues have a sentence under this code. */
export const isMessage = (code: string): code is MessageCode => Object.hasOwn(catalogues.en, code);

/**
 * The sentence under a code, in a language. `{name}` is replaced by the datum of that name, numbers with commas;
 * `{n|step|steps}` chooses by whether n is 1.
 */
export function say(code: string, data: MessageData, locale: Locale): string {
  const template = (isMessage(code) && catalogues[locale][code]) || `internal bug: no message ${code}`;
  return template.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (_, name: string, one?: string, other?: string) => {
      const datum = data[name];
      if (one !== undefined) return (datum === 1 ? one : other) ?? '';
      return typeof datum === 'number' ? new Intl.NumberFormat('en').format(datum) : String(datum ?? '');
    },
  );
}

/** The sentence in both languages. */
export function sayBoth(code: string, data: MessageData): Readonly<Record<Locale, string>> {
  return { en: say(code, data, 'en'), 'zh-Hans': say(code, data, 'zh-Hans') };
}

/** The sentence in both languages around a `{summary}` that has its own text in each. */
export function sayAround(
  code: string,
  data: MessageData,
  summary: Readonly<Record<Locale, string>>,
): Readonly<Record<Locale, string>> {
  const inside = (locale: Locale): string => say(code, { ...data, summary: summary[locale] }, locale);
  return { en: inside('en'), 'zh-Hans': inside('zh-Hans') };
}
