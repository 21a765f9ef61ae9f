import { build, transform } from 'esbuild';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { instrument, moduleParameters } from '../runtime/src/guest/instrument/index.ts';

const root = join(import.meta.dirname, '../runtime/src');
const out = join(root, 'guest/realm.generated.ts');

/** Writes the realm's text: the agent and the instrumented library, as the body of a function of `seal`. */
export async function buildGuest(): Promise<void> {
  const text = await realmText(join(root, 'index.ts'));
  writeFileSync(
    out,
    `/** Body of a function of \`seal\` that returns the agent. Made by scripts/build-guest.ts. */\nexport const realmSource: string = ${JSON.stringify(text)};\n`,
  );
}

/** The realm's text with the library that `entry` exports. It is read anew for every realm, so it is kept short. */
export async function realmText(entry: string): Promise<string> {
  const agent = await build({
    entryPoints: [join(root, 'guest/realm/agent.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: '$agent',
    target: 'es2022',
    minify: true,
  });
  const library = existsSync(entry) ? await Promise.all(libraryModules(entry).map(moduleText)) : [];
  // Strict, as modules are: `this` of a function that is called plainly is undefined.
  return `"use strict";${agent.outputFiles[0]?.text ?? ''}return $agent.makeAgent([${library.join(',')}],seal);`;
}

interface Module {
  readonly path: string;
  /** Modules by how it names them. */
  readonly imports: Readonly<Record<string, string>>;
  readonly code: string;
}

/** Names of classes are what objects are called by: of a script's names, esbuild leaves those alone that are not in a function. */
async function moduleText({ path, imports, code }: Module): Promise<string> {
  const { code: short } = await transform(code, { minify: true, target: 'es2022' });
  return `{path:${JSON.stringify(path)},imports:${JSON.stringify(imports)},body:function(${moduleParameters.join()}){${short}}}`;
}

/** Every file that the entry leads to except the effects, which the agent brings: dependencies first. */
function libraryModules(entry: string): Module[] {
  const done = new Set<string>();
  const modules: Module[] = [];
  const visit = (file: string): string => {
    if (relative(root, file).startsWith('effects/')) return 'effects';
    const path = file === entry ? 'workloop' : `workloop:${relative(root, file)}`;
    if (done.has(file)) return path;
    done.add(file);
    const outcome = instrument(readFileSync(file, 'utf8'), { file, isLibrary: true });
    if (!outcome.ok) throw new Error(`${file}: ${JSON.stringify(outcome.refusals)}`);
    const { code, imports } = outcome.result;
    const paths = imports.map(({ specifier }) => [specifier, visit(join(dirname(file), specifier))]);
    modules.push({ path, imports: Object.fromEntries(paths) as Record<string, string>, code });
    return path;
  };
  visit(entry);
  return modules;
}

/** Vitest's global setup: tests never meet a stale realm. */
export default buildGuest;

if (import.meta.filename === process.argv[1]) await buildGuest();
