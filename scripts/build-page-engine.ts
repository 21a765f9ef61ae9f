import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { engineText } from './engineText.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Makes the page's engine: one self-contained worker, and QuickJS beside it. */
await mkdir(at('../site/static/engine'), { recursive: true });
await writeFile(at('../site/static/engine/worker.js'), await engineText());
await copyFile(
  at('../node_modules/@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm'),
  at('../site/static/engine/quickjs.wasm'),
);
