import type { Plugin } from 'esbuild';
import { engineText } from '../engineText.ts';

/** The library that programs run on, and the sentences. */
const withoutData: Plugin = {
  name: 'without-data',
  setup: ({ onResolve }) => {
    onResolve({ filter: /realm\.generated|^#catalogues$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** The engine's own code: the worker without its packages, the library that programs run on, and its sentences. */
export const runtimeText = (): Promise<string> =>
  engineText({ format: 'esm', packages: 'external', plugins: [withoutData] });
