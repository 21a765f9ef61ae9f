import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPage, type Page } from '../../../scripts/i18n-check/page.ts';
import { findPairs } from '../../../scripts/i18n-check/pairs.ts';
import { parse, proseOf, textOf, walk, HOLE, type Node } from '../../../scripts/i18n-check/parse.ts';
import { frontMatterValue } from '../../../scripts/i18n-check/written.ts';
import { exerciseFolders } from '../../plugins/exercises.ts';
import { readProgram } from '../../plugins/programs.ts';
import type { Locale } from './words.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folders = exerciseFolders(join(root, 'exercises'));

/** A page of the course as it was written. */
export interface WrittenPage {
  /** Its address without the locale. */
  readonly path: string;
  /** What a reader must find in it: every run of text between two pieces of code. */
  readonly texts: readonly string[];
  /** The files of its playgrounds, as a reader sees them. */
  readonly code: readonly string[];
  readonly recordings: number;
  readonly questions: number;
}

/** Every page below `lessons/`, in one language. */
export function writtenPages(locale: Locale): WrittenPage[] {
  const side = locale === 'en' ? 'en' : 'zh';
  return findPairs(root)
    .filter(({ kind, en }) => kind === 'page' && en.startsWith('lessons/'))
    .map((pair) => written(readPage(root, pair[side]) as Page, locale));
}

function written(page: Page, locale: Locale): WrittenPage {
  const named = (name: string, prop: string): string[] => {
    const values: string[] = [];
    walk(page.tree, (node) => {
      if (node.name === name) values.push(attribute(node, prop));
    });
    return values;
  };
  const exercises = named('Exercise', 'id').flatMap((id) =>
    ['statement', 'hints', 'solution'].flatMap((text) =>
      runsIn(parse(readFileSync(join(folders.get(id) ?? '', `${text}.${locale}.md`), 'utf8'), 'md')),
    ),
  );
  const programs = named('Playground', 'program').map((id) =>
    readProgram(join(root, 'lessons/programs', id), locale),
  );
  return {
    path: `lessons${frontMatterValue(page, 'slug') ?? '/'}`.replace(/\/?$/, '/'),
    texts: [...runsIn(page.tree), ...exercises],
    code: programs.flatMap(({ files }) => Object.values(files)),
    recordings: named('Recorded', 'program').length,
    questions: named('Predict', 'id').length + named('Quiz', 'id').length,
  };
}

function attribute(node: Node, prop: string): string {
  const found = Array.isArray(node.attributes)
    ? node.attributes.find(({ name }) => name === prop)
    : undefined;
  return typeof found?.value === 'string' ? found.value : '';
}

const runsIn = (tree: Node): string[] =>
  proseOf(tree)
    .flatMap((block) => textOf(block).split(HOLE))
    .map(squeezed)
    .filter((run) => run.length > 1);

/** A text without its white space: the page breaks lines where it likes. */
export const squeezed = (text: string): string => text.replace(/\s+/g, '');
