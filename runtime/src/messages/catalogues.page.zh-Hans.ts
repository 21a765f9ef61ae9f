import type { Catalogue, Catalogues } from './catalogue.ts';
import { misuseZh } from './misuse.zh-Hans.ts';
import { programZh } from './program.zh-Hans.ts';
import { refusalZh } from './refusal.zh-Hans.ts';
import { traceZh } from './trace.zh-Hans.ts';

const page: Catalogue = { ...refusalZh, ...misuseZh, ...programZh, ...traceZh };

/** What a Chinese page says by itself: it has one language, whichever it is asked for. */
export const catalogues: Catalogues = { en: page, 'zh-Hans': page };
