import { transform } from 'sucrase';

/** A trusted TypeScript file as the body of a CommonJS function; nothing is inserted. */
export const transpile = (source: string): string =>
  transform(source, { transforms: ['typescript', 'imports'] }).code;
