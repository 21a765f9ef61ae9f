import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { enginesText, engineText } from './engineText.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Makes the page's engine: one self-contained worker, QuickJS beside it, and the engines that only looking around needs. */
await mkdir(at('../site/static/engine'), { recursive: true });
await writeFile(at('../site/static/engine/worker.js'), await engineText());
await writeFile(at('../site/static/engine/engines.js'), await enginesText());
await copyFile(
  at('../node_modules/@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm'),
  at('../site/static/engine/quickjs.wasm'),
);
