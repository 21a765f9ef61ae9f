import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { minify } from 'terser';
import { leanAcorn } from './leanAcorn.ts';
import { leanSucrase } from './leanSucrase.ts';

/** The page's engine in one self-contained script, as short as it gets: esbuild joins the files, and Terser knows more ways to say the same. */
export async function engineText(but: BuildOptions = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../runtime/src/run/worker.ts', import.meta.url))],
    bundle: true,
    minify: true,
    conditions: ['worker-messages'],
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [leanAcorn, leanSucrase],
    ...but,
    write: false,
  });
  const { code } = await minify(outputFiles?.[0]?.text ?? '', {
    ecma: 2020,
    module: but.format === 'esm',
    compress: { passes: 2 },
  });
  return code ?? '';
}
