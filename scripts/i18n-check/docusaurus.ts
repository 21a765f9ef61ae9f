import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const here = createRequire(import.meta.url);

/** Loads a package that one of Docusaurus's packages brings along, in the version that the site is built with. */
export async function loadFrom(owner: string, name: string): Promise<Record<string, unknown>> {
  const path = createRequire(here.resolve(`${owner}/package.json`)).resolve(name);
  return (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Record<string, unknown>;
}
