import { useHistorySelector } from '@docusaurus/theme-common';
import { useAlternatePageUtils } from '@docusaurus/theme-common/internal';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import clsx from 'clsx';
import type { ReactNode } from 'react';

/** With two languages a menu is one click too many: a link to this page, at this heading, in the other one. */
export default function LocaleLink({ mobile }: { mobile?: boolean }): ReactNode {
  const { i18n } = useDocusaurusContext();
  const { createUrl } = useAlternatePageUtils();
  const search = useHistorySelector((history) => history.location.search);
  const hash = useHistorySelector((history) => history.location.hash);

  const links = i18n.locales
    .filter((locale) => locale !== i18n.currentLocale)
    .map((locale) => {
      const { label, htmlLang } = i18n.localeConfigs[locale];
      const page = createUrl({ locale, fullyQualified: false });
      return (
        <a
          key={locale}
          className={clsx(mobile ? 'menu__link' : 'navbar__item navbar__link')}
          href={`${page}${search}${hash}`}
          lang={htmlLang}
          hrefLang={htmlLang}
        >
          {label}
        </a>
      );
    });
  return mobile ? <li className="menu__list-item">{links}</li> : <>{links}</>;
}
