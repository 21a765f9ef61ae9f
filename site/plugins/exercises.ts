import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import type { ExerciseFiles } from 'workloop/run';
import { readerComments, type Locale } from '../../scripts/reader-comments.ts';
import { starterHash } from './starter-hash.ts';

/** What `<Exercise id="…" />` gets, besides its texts. */
export interface PageExercise {
  readonly title: string;
  /** How long it takes, about. */
  readonly minutes: number;
  /** What the engine grades by. */
  readonly exercise: ExerciseFiles;
  /** The learner's files as they are at first, by path. */
  readonly starter: Readonly<Record<string, string>>;
  readonly starterHash: string;
}

/** What of exercise.json this reads; the grader checks the whole. */
interface Manifest extends Omit<ExerciseFiles, 'files' | 'kind'> {
  readonly kind?: 'program' | 'schedule';
  readonly title: Readonly<Record<Locale, string>>;
  readonly minutes: number;
  readonly files?: readonly string[];
}

/** Every exercise's folder by its id: two levels below, part and slug. */
export function exerciseFolders(root: string): ReadonlyMap<string, string> {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((part) => part.isDirectory() && part.name !== 'node_modules')
    .flatMap((part) => readdirSync(join(root, part.name)).map((slug) => join(root, part.name, slug)));
  return new Map(
    folders
      .filter((folder) => existsSync(join(folder, 'exercise.json')))
      .map((folder) => [manifestOf(folder).id, folder]),
  );
}

/** Reads one exercise in the reader's language. */
export function readExercise(folder: string, locale: Locale): PageExercise {
  const { id, kind, version, edit, scenarios, files = [], limits, title, minutes } = manifestOf(folder);
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const shown = (name: string): string => readerComments(text(name), locale);
  const [edited] = edit;
  if (edit.length !== 1 || edited === undefined)
    throw new Error(`${folder}: edit names not exactly one file`);
  const fixed = new Set(
    kind === 'schedule' ? [...files, ...scenarioFiles(scenarios)] : [...scenarioFiles(scenarios), ...files],
  );
  // Where the program is given, the learner's own file is the page's affair: it holds what is handed in.
  const begun = kind === 'schedule' ? [...fixed].map(text) : [text('starter.ts')];
  return {
    title: title[locale],
    minutes,
    exercise: {
      id,
      ...(kind === 'schedule' && { kind }),
      version,
      edit,
      scenarios: scenarios.map(({ id: name, file, points, title: named, expects }) => ({
        id: name,
        file,
        points,
        title: named,
        ...(expects !== undefined && { expects }),
      })),
      files: Object.fromEntries([...fixed].map((name) => [name, shown(name)])),
      ...(limits && { limits }),
    },
    starter: kind === 'schedule' ? {} : { [edited]: shown('starter.ts') },
    starterHash: starterHash(begun),
  };
}

const scenarioFiles = (scenarios: ExerciseFiles['scenarios']): string[] => scenarios.map(({ file }) => file);

/** Writes each exercise as a module of its own: a page loads those it shows. */
export default function exercisesPlugin({ siteDir, i18n }: LoadContext): Plugin {
  const root = join(siteDir, 'exercises');
  return {
    name: 'work-loop-exercises',
    getPathsToWatch: () => [`${root}/*/*/**/*.{json,md,ts,txt}`],
    async contentLoaded({ actions }) {
      for (const [id, folder] of exerciseFolders(root)) {
        const exercise = readExercise(folder, i18n.currentLocale as Locale);
        await actions.createData(`${id}.json`, JSON.stringify(exercise));
      }
    },
    configureWebpack: () =>
      ({ experiments: { cache: { buildDependencies: textsUnder(siteDir) } } }) as object,
  };
}

/** What remark plugins read besides the page: the bundler's cache between builds must not outlive a change of it. */
function textsUnder(siteDir: string): string[] {
  return ['exercises', 'lessons', 'site/plugins'].flatMap((folder) =>
    readdirSync(join(siteDir, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => !path.includes('node_modules') && /\.(cpp|h|json|md|ts|txt)$/.test(path))
      .map((path) => join(siteDir, folder, path)),
  );
}

/** An exercise's exercise.json. */
export function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'exercise.json'), 'utf8')) as Manifest;
}
