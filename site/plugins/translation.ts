import { basename, dirname, join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { findPairs, type Pair } from '../../scripts/i18n-check/pairs.ts';
import { behind, direction } from '../../scripts/i18n-check/rules/freshness.ts';
import { sectionsOf } from '../../scripts/i18n-check/sections.ts';
import { frontMatterValue, readWritten } from '../../scripts/i18n-check/written.ts';
import type { Locale } from '../../scripts/reader-comments.ts';
import { readExercise } from './exercises.ts';

/** How a page's translation is. */
export interface TranslatedPage {
  readonly title: string;
  /** Its address below the locale's. */
  readonly path: string;
  /** The language it was written in first. */
  readonly source: Locale;
  readonly sections: number;
  /** What the translation has not followed. */
  readonly behind: readonly { readonly id: string; readonly heading: string }[];
}

/** How the texts of an exercise are, or one that belongs to none. */
export interface TranslatedTexts {
  readonly title: string;
  readonly texts: number;
  readonly behind: number;
}

export interface TranslationStatus {
  readonly pages: readonly TranslatedPage[];
  readonly texts: readonly TranslatedTexts[];
}

/** The ids of the sections of a page whose translation is behind, and which language is behind; a page in one language has none. */
export function behindOn(root: string, pair: Pair): { readonly in: Locale; readonly ids: readonly string[] } {
  if (!pair.has.en || !pair.has.zh) return { in: 'zh-Hans', ids: [] };
  const [en, zh] = [readWritten(root, pair.en), readWritten(root, pair.zh)];
  return {
    in: direction(en, zh).source === en ? 'zh-Hans' : 'en',
    ids: behind(root, pair.kind, en, zh).map(({ section }) => section.id),
  };
}

/** What the page about the translation says, in one language. */
export function translationStatus(root: string, locale: Locale): TranslationStatus {
  const pairs = findPairs(root).filter(({ has }) => has.en && has.zh);
  const pages = pairs
    .filter(({ kind, en }) => kind === 'page' && en.startsWith('lessons/'))
    .map((pair): TranslatedPage => {
      const here = readWritten(root, locale === 'en' ? pair.en : pair.zh);
      const late = behindOn(root, pair);
      const headings = new Map(sectionsOf(here).map(({ id, heading }) => [id, heading]));
      return {
        title: frontMatterValue(here, 'sidebar_label') ?? frontMatterValue(here, 'title') ?? here.file,
        path: `/lessons${frontMatterValue(here, 'slug') ?? ''}/`.replace(/\/+$/, '/'),
        source: late.in === 'en' ? 'zh-Hans' : 'en',
        sections: headings.size,
        behind: late.ids.map((id) => ({ id, heading: headings.get(id) ?? id })),
      };
    });
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs.filter(({ kind }) => kind === 'text')) {
    const name = pair.en.startsWith('exercises/') ? dirname(pair.en) : pair.en;
    groups.set(name, [...(groups.get(name) ?? []), pair]);
  }
  const texts = [...groups].map(([name, group]) => ({
    title: name.startsWith('exercises/') ? titleOf(join(root, name), locale) : basename(name, '.md'),
    texts: group.length,
    behind: group.filter((pair) => behindOn(root, pair).ids.length > 0).length,
  }));
  return { pages, texts };
}

function titleOf(folder: string, locale: Locale): string {
  const { exercise, title } = readExercise(folder, locale);
  return `${exercise.id} ${title}`;
}

/** Writes the state of the translation as a module. */
export default function translationPlugin({ siteDir, i18n }: LoadContext): Plugin {
  return {
    name: 'work-loop-translation',
    async contentLoaded({ actions }) {
      const status = translationStatus(siteDir, i18n.currentLocale as Locale);
      await actions.createData('status.json', JSON.stringify(status));
    },
  };
}
