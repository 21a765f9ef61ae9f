import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { Locale } from 'workloop/messages';

/** The page's language. What comes in both languages is indexed by it. */
export function useLocale(): Locale {
  return useDocusaurusContext().i18n.currentLocale as Locale;
}
