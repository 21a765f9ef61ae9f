import type { Catalogue, Catalogues } from './catalogue.ts';
import { misuseEn } from './misuse.en.ts';
import { programEn } from './program.en.ts';
import { refusalEn } from './refusal.en.ts';
import { traceEn } from './trace.en.ts';

const page: Catalogue = { ...refusalEn, ...misuseEn, ...programEn, ...traceEn };

/** What an English page says by itself: it has one language, whichever it is asked for. */
export const catalogues: Catalogues = { en: page, 'zh-Hans': page };
