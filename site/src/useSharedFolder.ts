import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useRootAddress } from './useRootAddress';

/** Where a folder of static files is, with a slash at the end: one address for both languages, so that they are fetched once. */
export function useSharedFolder(name: string): string {
  const { baseUrl } = useDocusaurusContext().siteConfig;
  const root = useRootAddress();
  // The development server has one language, and nothing outside it.
  return `${process.env.NODE_ENV === 'development' ? baseUrl : root}${name}/`;
}
