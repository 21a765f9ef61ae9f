import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The bytes of QuickJS, from the checkout that is measured. */
export const wasm = readFileSync(
  join(process.cwd(), 'node_modules/@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm'),
);
