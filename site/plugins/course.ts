import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { LoadedContent } from '@docusaurus/plugin-content-docs';
import type { LoadContext, Plugin } from '@docusaurus/types';
import type { Locale } from '../../scripts/reader-comments.ts';
import { exerciseFolders, readExercise } from './exercises.ts';

/** What the map of the course says of an exercise. */
export interface CourseExercise {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly minutes: number;
  readonly starterHash: string;
}

/** A lesson that is written, and the exercises in it. */
export interface CourseLesson {
  /** As the side list calls it: `05 Deadlock`. */
  readonly label: string;
  /** Its address on this site. */
  readonly path: string;
  readonly exercises: readonly CourseExercise[];
}

/** What the docs plugin has loaded. */
interface DocsContent {
  readonly 'docusaurus-plugin-content-docs': { readonly default: LoadedContent };
}

/** The ids of the exercises on a page, in its order. */
export function exercisesOn(mdx: string): string[] {
  return [...mdx.matchAll(/^<Exercise\s+id="(\w+)"\s*\/>/gm)].map(([, id = '']) => id);
}

/** Lessons are the numbered pages; the others are about them. */
export function isLesson(source: string): boolean {
  return /^\d+[a-z]?-/.test(basename(source));
}

/** Writes the map of the course as a module: every lesson in its order, with its exercises, in the reader's language. */
export default function coursePlugin({ siteDir, i18n }: LoadContext): Plugin {
  const locale = i18n.currentLocale as Locale;
  return {
    name: 'work-loop-course',
    async allContentLoaded({ allContent, actions }) {
      const { loadedVersions } = (allContent as unknown as DocsContent)['docusaurus-plugin-content-docs']
        .default;
      const folders = exerciseFolders(join(siteDir, 'exercises'));
      const lessons = loadedVersions
        .flatMap(({ docs }) => docs)
        .filter(({ source }) => isLesson(source))
        .toSorted((a, b) => (a.sidebarPosition ?? 0) - (b.sidebarPosition ?? 0))
        .map(({ title, frontMatter, permalink, source }): CourseLesson => {
          const mdx = readFileSync(source.replace('@site', siteDir), 'utf8');
          const exercises = exercisesOn(mdx).map((id) => inMap(folders, id, locale));
          return { label: frontMatter.sidebar_label ?? title, path: permalink, exercises };
        });
      await actions.createData('course.json', JSON.stringify(lessons));
    },
  };
}

function inMap(folders: ReadonlyMap<string, string>, id: string, locale: Locale): CourseExercise {
  const folder = folders.get(id);
  if (folder === undefined) throw new Error(`there is no exercise "${id}"`);
  const { title, minutes, starterHash, exercise } = readExercise(folder, locale);
  const points = exercise.scenarios.reduce((sum, scenario) => sum + scenario.points, 0);
  return { id, title, points, minutes, starterHash };
}
