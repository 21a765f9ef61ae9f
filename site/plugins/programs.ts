import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { readerComments, type Locale } from '../../scripts/reader-comments.ts';

/** What `<Playground program="…" />` gets: the protocol's Program, and which files a reader may change. */
export interface PageProgram {
  readonly files: Readonly<Record<string, string>>;
  readonly scenario: string;
  readonly trusted: readonly string[];
  readonly edit: readonly string[];
}

interface Manifest {
  readonly edit: readonly string[];
  readonly scenario: string;
}

/**
 * Reads one program's folder in the reader's language.
 *
 * @param folder holds program.json, the learner's files and the scenario
 */
export function readProgram(folder: string, locale: Locale): PageProgram {
  const { edit, scenario } = JSON.parse(readFileSync(join(folder, 'program.json'), 'utf8')) as Manifest;
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const files = Object.fromEntries(
    names.map((name) => [name, shown(readFileSync(join(folder, name), 'utf8'), locale)]),
  );
  return { files, scenario, trusted: names.filter((name) => !edit.includes(name)), edit };
}

/** A file as a reader sees it: comments in one language, and without the marks that lessons cut pieces by. */
function shown(text: string, locale: Locale): string {
  return readerComments(text, locale).replace(/^\s*\/\/ #(end)?region\b.*\n/gm, '');
}

/** Writes each of the lessons' programs as a module of its own: a page loads the programs it shows and no other. */
export default function programsPlugin({ siteDir, i18n }: LoadContext): Plugin {
  const folder = join(siteDir, 'lessons', 'programs');
  return {
    name: 'work-loop-programs',
    getPathsToWatch: () => [`${folder}/**/*`],
    async contentLoaded({ actions }) {
      for (const id of readdirSync(folder)) {
        const program = readProgram(join(folder, id), i18n.currentLocale as Locale);
        await actions.createData(`${id}.json`, JSON.stringify(program));
      }
    },
  };
}
