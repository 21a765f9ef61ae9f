import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useAlternatePageUtils } from '@docusaurus/theme-common/internal';
import type { ReactNode } from 'react';
import styles from './Translation.module.css';

/** Says that a section is newer in the other language, and leads there. */
export function Behind({ section }: { readonly section: string }): ReactNode {
  const { i18n } = useDocusaurusContext();
  const { createUrl } = useAlternatePageUtils();
  const other = i18n.locales.find((locale) => locale !== i18n.currentLocale) ?? '';
  return (
    <p className={styles.behind} role="note">
      <Translate id="translation.behind">The Chinese version of this section is newer.</Translate>{' '}
      <a
        href={`${createUrl({ locale: other, fullyQualified: false })}#${section}`}
        hrefLang={i18n.localeConfigs[other]?.htmlLang}
      >
        <Translate id="translation.other">Read it in Chinese</Translate>
      </a>
    </p>
  );
}
