import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

/** The path of the whole site, which is that of the default language: with slashes at both ends. */
export function useRootAddress(): string {
  const { i18n, siteConfig } = useDocusaurusContext();
  return i18n.localeConfigs[i18n.defaultLocale]?.baseUrl ?? siteConfig.baseUrl;
}
