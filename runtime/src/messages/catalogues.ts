import type { Catalogues } from './catalogue.ts';
import { en } from './en.ts';
import { zhHans } from './zh-Hans.ts';

/** All there is to say: the command line's. What a page loads has less of it; package.json says who imports which under `#catalogues`. */
export const catalogues: Catalogues = { en, 'zh-Hans': zhHans };
