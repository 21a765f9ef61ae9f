import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { createEngine } from 'workloop/run';
import { readerComments, type Locale } from '../../scripts/reader-comments.ts';
import { record, recordingName, recordingsIn, type Recording } from './recordings.ts';
import { starterHash } from './starter-hash.ts';

const quickjs = createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm');
/** What the home page shows. */
const homePage: readonly Recording[] = [{ program: 'lost-update', show: 'failure' }];

/** What `<Playground program="…" />` gets: the protocol's Program, and which files a reader may change. */
export interface PageProgram {
  readonly id: string;
  readonly starterHash: string;
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
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return {
    id: basename(folder),
    starterHash: starterHash(edit.map(text)),
    files: Object.fromEntries(names.map((name) => [name, shown(text(name), locale)])),
    scenario,
    trusted: names.filter((name) => !edit.includes(name)),
    edit,
  };
}

/** A file as a reader sees it: comments in one language, and without the marks that lessons cut pieces by. */
function shown(text: string, locale: Locale): string {
  return readerComments(text, locale).replace(/^\s*\/\/ #(end)?region\b.*\n/gm, '');
}

/**
 * Writes each of the lessons' programs as a module of its own, and each run that a lesson shows: a page loads what it shows
 * and nothing else.
 */
export default function programsPlugin({ siteDir, i18n }: LoadContext): Plugin {
  const lessons = join(siteDir, 'lessons');
  const folder = join(lessons, 'programs');
  return {
    name: 'work-loop-programs',
    getPathsToWatch: () => [`${lessons}/**/*`],
    async contentLoaded({ actions }) {
      const programs = new Map(
        readdirSync(folder).map((id) => [id, readProgram(join(folder, id), i18n.currentLocale as Locale)]),
      );
      for (const [id, program] of programs) await actions.createData(`${id}.json`, JSON.stringify(program));

      const engine = await createEngine({ wasm: readFileSync(quickjs) });
      for (const recording of [...homePage, ...recordingsUnder(lessons)]) {
        const program = programs.get(recording.program);
        if (!program) throw new Error(`<Recorded> names a program that is not there: ${recording.program}`);
        const trace = await record(engine, program, recording);
        await actions.createData(recordingName(recording), JSON.stringify(trace));
      }
    },
  };
}

function recordingsUnder(folder: string): Recording[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.mdx'))
    .flatMap((path) => recordingsIn(readFileSync(join(folder, path), 'utf8')));
}
