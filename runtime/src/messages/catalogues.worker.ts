import type { Catalogues } from './catalogue.ts';
import { engineEn } from './engine.en.ts';
import { engineZh } from './engine.zh-Hans.ts';

/** What an engine in a worker says: its records have every sentence in both languages. */
export const catalogues: Catalogues = { en: engineEn, 'zh-Hans': engineZh };
