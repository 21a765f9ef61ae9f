import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** `npm run workloop`: builds the command if its sources are newer, and runs it. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'exercises/dist');
const wasm = 'node_modules/@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm';
const sources = ['runtime/src', 'exercises/grader', 'package-lock.json', 'scripts/workloop.mjs'];
const built = ['cli.mjs', 'child.mjs', 'quickjs.wasm'].map((name) => join(dist, name));

if (!built.every(existsSync) || newest(sources.map((path) => join(root, path))) > oldest(built))
  await build();

const { main } = await import(pathToFileURL(join(dist, 'cli.mjs')).href);
process.exitCode = await main(process.argv.slice(2));

async function build() {
  if (newest([join(root, 'runtime/src')]) > oldest([join(root, 'runtime/src/guest/realm.generated.ts')]))
    generate();
  const { build: bundle } = await import('esbuild');
  const { outputFiles } = await bundle({
    absWorkingDir: root,
    entryPoints: { cli: 'exercises/grader/cli.ts', child: 'exercises/grader/child/main.ts' },
    bundle: true,
    platform: 'node',
    target: 'node20.11',
    format: 'esm',
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    write: false,
  });
  mkdirSync(dist, { recursive: true });
  for (const { path, contents } of outputFiles) write(path, contents);
  write(join(dist, 'quickjs.wasm'), readFileSync(join(root, wasm)));
}

/** The library as it goes into QuickJS. */
function generate() {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build-guest.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(3);
}

/** Whole or not at all: another command may be running. */
function write(file, contents) {
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, contents);
  renameSync(temporary, file);
}

/** When the newest file or folder below some paths was changed. */
function newest(paths) {
  return Math.max(
    ...paths.map((path) => {
      const stat = statSync(path);
      if (!stat.isDirectory()) return stat.mtimeMs;
      const inside = readdirSync(path)
        .filter((name) => !name.endsWith('.test.ts') && name !== 'realm.generated.ts')
        .map((name) => join(path, name));
      return inside.length ? newest(inside) : 0;
    }),
  );
}

/** When the oldest of some files was made; never, if one is missing. */
function oldest(files) {
  return Math.min(...files.map((file) => (existsSync(file) ? statSync(file).mtimeMs : 0)));
}
