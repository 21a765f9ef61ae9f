import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

/** Addresses of the home page in the reader's language, and of the whole site's. */
export function useHomes(): { readonly home: string; readonly root: string } {
  const { siteConfig, i18n } = useDocusaurusContext();
  const at = (path: string): string =>
    typeof location === 'undefined' ? path : new URL(path, location.href).href;
  const root = i18n.localeConfigs[i18n.defaultLocale]?.baseUrl ?? siteConfig.baseUrl;
  return { home: at(siteConfig.baseUrl), root: at(root) };
}
