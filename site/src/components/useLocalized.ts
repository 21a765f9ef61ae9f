import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { Localized } from 'workloop/run';

/** Picks the page's language from a text that came in both. */
export function useLocalized(): (text: Localized) => string {
  const { i18n } = useDocusaurusContext();
  return (text) => text[i18n.currentLocale as keyof Localized];
}
