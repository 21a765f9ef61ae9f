import type { en } from './en.ts';

export type Locale = 'en' | 'zh-Hans';
export type MessageCode = keyof typeof en;

/** Sentences by their codes; where the command line is not, its own are not either. */
export type Catalogue = Readonly<Partial<Record<MessageCode, string>>>;
export type Catalogues = Readonly<Record<Locale, Catalogue>>;
