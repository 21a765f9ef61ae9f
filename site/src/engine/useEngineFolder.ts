import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

/** Where the engine's files are: one address for both languages, so that they are fetched once. */
export function useEngineFolder(): string {
  const { i18n, siteConfig } = useDocusaurusContext();
  return `${i18n.localeConfigs[i18n.defaultLocale]?.baseUrl ?? siteConfig.baseUrl}engine/`;
}
