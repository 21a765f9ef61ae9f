import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useRootAddress } from '../useRootAddress';

/** Addresses of the home page in the reader's language, and of the whole site's. */
export function useHomes(): { readonly home: string; readonly root: string } {
  const { siteConfig } = useDocusaurusContext();
  const root = useRootAddress();
  const at = (path: string): string =>
    typeof location === 'undefined' ? path : new URL(path, location.href).href;
  return { home: at(siteConfig.baseUrl), root: at(root) };
}
