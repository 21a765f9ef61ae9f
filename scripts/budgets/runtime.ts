import { join } from 'node:path';
import { build } from 'esbuild';

const worker = join(import.meta.dirname, '../../runtime/src/run/worker.ts');

/** The engine's own code: the worker without its packages, the library that programs run on, and its sentences. */
export async function runtimeText(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [worker],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    packages: 'external',
    plugins: [
      {
        name: 'without-data',
        setup: ({ onResolve }) =>
          onResolve({ filter: /realm\.generated|^#catalogues$/ }, ({ path }) => ({ path, external: true })),
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}
