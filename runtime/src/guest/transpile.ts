import { transform } from 'sucrase';
import { Latest } from './latest.ts';

const transpiled = new Latest<string>(32);

/** A trusted TypeScript file as the body of a CommonJS function; nothing is inserted. */
export const transpile = (source: string): string =>
  transpiled.get(source, () => transform(source, { transforms: ['typescript', 'imports'] }).code);
