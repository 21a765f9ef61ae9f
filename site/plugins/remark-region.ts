import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { readerComments, type Locale } from '../../scripts/reader-comments.ts';
import { extractRegion } from '../../scripts/regions.ts';

/** Where code comes from and for whom. */
export interface RegionOptions {
  /** The project's root folder. */
  root: string;
  /** The page's language. */
  locale: Locale;
}

/** What a fence's meta says about its source. */
export interface RegionMeta {
  file: string;
  region?: string;
}

interface Node {
  type: string;
  meta?: string | null;
  value?: string;
  children?: Node[];
}

interface Page {
  fail(reason: string, place: Node): never;
}

/** Reads `file=… region=…` from a fence's meta; undefined for a fence that has its code on the page. */
export function regionMeta(meta: string | null | undefined): RegionMeta | undefined {
  const file = /(?:^|\s)file=(\S+)/.exec(meta ?? '')?.[1];
  if (file === undefined) return undefined;
  const region = /(?:^|\s)region=(\S+)/.exec(meta ?? '')?.[1];
  return region === undefined ? { file } : { file, region };
}

/**
 * Reads the code that a fence names, in the reader's language.
 *
 * @param meta `file` is below `lessons/`, or below the root when it starts with a slash
 * @throws Error when the file, the region or the other language of a comment is missing
 */
export function readRegion({ file, region }: RegionMeta, { root, locale }: RegionOptions): string {
  const path = normalize(file.startsWith('/') ? file.slice(1) : join('lessons', file));
  if (path.startsWith('..')) throw new Error(`${file} is outside the project`);
  if (!existsSync(join(root, path))) throw new Error(`no file ${path}`);
  const { text } = extractRegion(readFileSync(join(root, path), 'utf8'), path, region);
  try {
    return readerComments(text, locale);
  } catch (error) {
    throw new Error(
      `${path}${region === undefined ? '' : `, region "${region}"`}: ${(error as Error).message}`,
    );
  }
}

/**
 * A remark plugin: fills every empty fence that has `file=cpp/lost-update.cpp region=racy` in its meta with that code.
 * Anything missing fails the build at the fence.
 */
export default function remarkRegion(options: RegionOptions): (tree: Node, page: Page) => void {
  return (tree, page) => {
    const visit = (node: Node): void => {
      const meta = node.type === 'code' ? regionMeta(node.meta) : undefined;
      if (meta !== undefined) {
        if (node.value) page.fail(`the fence of ${meta.file} has a body; the code comes from the file`, node);
        try {
          node.value = readRegion(meta, options);
        } catch (error) {
          page.fail((error as Error).message, node);
        }
      }
      node.children?.forEach(visit);
    };
    visit(tree);
  };
}
