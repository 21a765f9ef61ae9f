import { copyFile, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { leanAcorn } from './leanAcorn.ts';
import { leanSucrase } from './leanSucrase.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Makes the page's engine: one self-contained worker, and QuickJS beside it. */
await mkdir(at('../site/static/engine'), { recursive: true });
await build({
  entryPoints: [at('../runtime/src/run/worker.ts')],
  outfile: at('../site/static/engine/worker.js'),
  bundle: true,
  minify: true,
  conditions: ['worker-messages'],
  format: 'iife',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [leanAcorn, leanSucrase],
});
await copyFile(
  at('../node_modules/@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm'),
  at('../site/static/engine/quickjs.wasm'),
);
