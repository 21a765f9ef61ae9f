import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** `npm run workloop`: builds the command if its sources are newer, and runs it. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'exercises/dist');
const wasm = 'node_modules/@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm';
const sources = ['runtime/src', 'exercises/grader', 'package-lock.json', 'scripts/workloop.mjs'];
const built = ['cli.mjs', 'child.mjs', 'quickjs.wasm'].map((name) => join(dist, name));

if (isStale()) await alone(async () => isStale() && build());

// npm runs a script in the project's folder; paths are meant from where the person is.
if (process.env.npm_lifecycle_event === 'workloop' && process.env.INIT_CWD)
  process.chdir(process.env.INIT_CWD);

const { main } = await import(pathToFileURL(join(dist, 'cli.mjs')).href);
process.exitCode = await main(process.argv.slice(2));

function isStale() {
  return newest(sources.map((path) => join(root, path))) > oldest(built);
}

/** One builds at a time; the others wait for it. A build that was killed is not waited for longer than a minute. */
async function alone(action) {
  const lock = join(dist, 'building');
  mkdirSync(dist, { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > 60_000)
        rmSync(lock, { recursive: true, force: true });
      await sleep(50);
    }
  }
  try {
    await action();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

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
  for (const { path, contents } of outputFiles) write(path, contents);
  write(join(dist, 'quickjs.wasm'), readFileSync(join(root, wasm)));
}

/** The library as it goes into QuickJS. */
function generate() {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build-guest.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('scripts/build-guest.ts failed');
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
