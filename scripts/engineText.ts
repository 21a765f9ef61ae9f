import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type BuildOptions, type BuildResult, type Plugin } from 'esbuild';
import { minify } from 'terser';
import { leanAcorn } from './leanAcorn.ts';
import { leanSucrase } from './leanSucrase.ts';

const root = join(import.meta.dirname, '..');
const run = (file: string): string => join(root, 'runtime/src/run', file);

/** What both scripts are made from: parts of two builds must never meet. */
function digest(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  const sources = readdirSync(join(root, 'runtime/src'), { recursive: true, encoding: 'utf8' });
  for (const file of sources.filter((path) => path.endsWith('.ts')).toSorted())
    hash.update(file).update(readFileSync(join(root, 'runtime/src', file)));
  return hash.digest('hex').slice(0, 12);
}

/**
 * The page's engine in one self-contained script, as short as it gets: esbuild joins the files, and Terser knows more ways to say the
 * same.
 */
export const engineText = async (but: BuildOptions = {}): Promise<string> =>
  shortened(await bundle('worker.ts', but), but.format === 'esm');

/** The engines besides the state graph, as the body of a function of what they share with `engineText`. */
export async function enginesText(): Promise<string> {
  const { metafile: worker } = await bundle('worker.ts', { metafile: true });
  const { metafile: shared } = await bundle('engines.shared.ts', { format: 'esm', metafile: true });
  const names = Object.values(shared?.outputs ?? {}).flatMap(({ exports }) => exports);
  const there = new Set(Object.keys(worker?.inputs ?? {}).map((path) => join(root, path)));
  const fromWorker: Plugin = {
    name: 'from-worker',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, importer }) =>
        there.has(join(dirname(importer), path)) ? { path: 'shared', namespace: 'shared' } : undefined,
      );
      onLoad({ filter: /./, namespace: 'shared' }, () => ({
        contents: `export const { ${names.join()} } = shared;`,
      }));
    },
  };
  const script = await bundle('engines.page.ts', { globalName: '$engines', plugins: [fromWorker] });
  return `${await shortened(script)}return $engines`;
}

const bundle = (entry: string, but: BuildOptions): Promise<BuildResult> =>
  build({
    absWorkingDir: root,
    entryPoints: [run(entry)],
    bundle: true,
    minify: true,
    conditions: ['worker-messages', 'late-engines'],
    format: 'iife',
    target: 'es2022',
    define: { ENGINE_BUILD: JSON.stringify(digest()) },
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [leanAcorn, leanSucrase],
    ...but,
    write: false,
  });

async function shortened({ outputFiles }: BuildResult, isModule = false): Promise<string> {
  // What Terser puts in the place of a call makes a large search a fifth slower.
  const compress = { inline: false, reduce_funcs: false, reduce_vars: false };
  const options = { ecma: 2020, module: isModule, compress } as const;
  const { code = '' } = await minify(outputFiles?.[0]?.text ?? '', options);
  return code;
}
