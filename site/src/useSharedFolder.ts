import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

/** Where a folder of static files is, with a slash at the end: one address for both languages, so that they are fetched once. */
export function useSharedFolder(name: string): string {
  const { i18n, siteConfig } = useDocusaurusContext();
  return `${i18n.localeConfigs[i18n.defaultLocale]?.baseUrl ?? siteConfig.baseUrl}${name}/`;
}
