import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Makes the service worker that reads from copies; a page registers it when its reader asks for one. */
await build({
  entryPoints: [at('../site/src/offline/serviceWorker.ts')],
  outfile: at('../site/static/service-worker.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  logLevel: 'warning',
});
