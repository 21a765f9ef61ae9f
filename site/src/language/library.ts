import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Files } from './protocol';

const runtime = fileURLToPath(new URL('../../../runtime/src', import.meta.url));
const entries = { '.': 'index', './run': 'run/scenario' } as const;
const lib = join(createRequire(import.meta.url).resolve('typescript'), '..');

/** What of the language a driver's realm has: no promises, no dates, no proxies, nothing of a page. */
const languageParts = (
  'es5 es2015.core es2015.collection es2015.iterable es2015.generator es2015.reflect es2015.symbol ' +
  'es2015.symbol.wellknown es2016.array.include es2017.object es2017.string es2017.typedarrays es2018.regexp ' +
  'es2019.array es2019.object es2019.string es2019.symbol es2020.string es2020.symbol.wellknown es2021.string ' +
  'es2022.array es2022.error es2022.object es2022.regexp es2022.string es2023.array es2023.collection ' +
  'decorators decorators.legacy'
).split(' ');

/** Made at build time: all declarations that a learner's program sees, by absolute path. */
export function makeLibrary(): Files {
  return { '/lib.d.ts': languageText(), ...declarations() };
}

function languageText(): string {
  const text = languageParts.map((part) => readFileSync(join(lib, `lib.${part}.d.ts`), 'utf8')).join('\n');
  const removed = ['declare var Date: DateConstructor;', 'declare function eval(x: string): any;'];
  for (const line of removed) if (!text.includes(line)) throw new Error(`TypeScript's lib has no "${line}"`);
  return removed.reduce((rest, line) => rest.replace(line, ''), text).replace(/^\/\/\/ <reference .*$/gm, '');
}

/** The runtime's two public modules as TypeScript sees them, with the files they stand on. */
function declarations(): Files {
  const roots = Object.values(entries).map((entry) => join(runtime, `${entry}.ts`));
  const program = ts.createProgram(roots, {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts'],
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    strict: true,
    declaration: true,
    emitDeclarationOnly: true,
    noCheck: true,
  });
  const emitted = new Map<string, string>();
  program.emit(undefined, (path, text) => emitted.set(relative(runtime, path), text));

  const exports = Object.entries(entries).map(([name, entry]) => [name, { types: `./${entry}.d.ts` }]);
  const files = {
    'package.json': JSON.stringify({ name: 'workloop', exports: Object.fromEntries(exports) }),
  };
  for (const entry of Object.values(entries)) gather(`${entry}.d.ts`, emitted, files);
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`/node_modules/workloop/${path}`, text]),
  );
}

/** Adds a declaration file and those that it names. */
function gather(path: string, from: ReadonlyMap<string, string>, into: Record<string, string>): void {
  const text = from.get(path);
  if (text === undefined) throw new Error(`no declarations of ${path}`);
  if (path in into) return;
  into[path] = text;
  for (const { fileName } of ts.preProcessFile(text).importedFiles)
    gather(join(path, '..', fileName.replace(/\.ts$/, '.d.ts')), from, into);
}
