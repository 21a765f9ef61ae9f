import { useRootAddress } from './useRootAddress';

/** Where a folder of static files is, with a slash at the end: one address for both languages, so that they are fetched once. */
export const useSharedFolder = (name: string): string => `${useRootAddress()}${name}/`;
