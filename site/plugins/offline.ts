import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import type { OfflineList } from '../src/offline/offlineList.ts';

/** What no page asks for, and what the list cannot have in it. */
const leftOut = /^(offline\.json|service-worker\.js|sitemap\.xml|search-index.*\.json|.*\.LICENSE\.txt)$/;

/** What is made once for all languages, and asked for below the default one's home page. */
const shared = /^(engine|language)\//;

/**
 * Everything a locale's pages can ask for, by content.
 *
 * @param folder what was built for the locale
 * @param others folders in it that belong to other locales
 * @param root from the locale's home page to the default locale's: nothing, or `../`
 * @param unwritten addresses of files that come later; they are named by their content
 */
export function offlineList(
  folder: string,
  others: readonly string[],
  root: string,
  unwritten: readonly string[] = [],
): OfflineList {
  const paths = filesUnder(folder, '').filter(
    (path) => !leftOut.test(path) && !others.includes(path.split('/')[0] ?? ''),
  );
  const files = paths.toSorted().map((path) => {
    const bytes = readFileSync(join(folder, path));
    const address = shared.test(path) ? root + path : path.replace(/(^|\/)index\.html$/, '$1');
    return { address, bytes: bytes.length, sha256: digest(bytes) };
  });
  const later = unwritten.map((address) => ({ address, bytes: 0, sha256: '' }));
  const all = [...files, ...later];
  return { version: digest(Buffer.from(JSON.stringify(all))), files: all };
}

/** Writes `offline.json` beside the home page of each locale: what a reader keeps to read without a network. */
export default function offlinePlugin({ baseUrl, generatedFilesDir, i18n }: LoadContext): Plugin {
  return {
    name: 'work-loop-offline',
    injectHtmlTags: () => ({
      headTags: [
        { tagName: 'link', attributes: { rel: 'manifest', href: `${baseUrl}manifest.webmanifest` } },
        { tagName: 'link', attributes: { rel: 'apple-touch-icon', href: `${baseUrl}img/icon-192.png` } },
      ],
    }),
    postBuild({ outDir }) {
      const others = i18n.locales.filter((locale) => locale !== i18n.currentLocale);
      const list = offlineList(outDir, others, i18n.currentLocale === i18n.defaultLocale ? '' : '../', [
        searchIndex(generatedFilesDir),
      ]);
      writeFileSync(join(outDir, 'offline.json'), JSON.stringify(list));
      return Promise.resolve();
    },
  };
}

/** The search plugin writes its index at the same time as we write the list; it has settled on a name before. */
function searchIndex(generatedFilesDir: string): string {
  const constants = join(
    generatedFilesDir,
    '@easyops-cn/docusaurus-search-local/default/generated-constants.js',
  );
  const [, name] = /searchIndexUrl = "([^"]+)"/.exec(readFileSync(constants, 'utf8')) ?? [];
  if (!name) throw new Error(`${constants} names no search index`);
  return name.replace('{dir}', '');
}

function filesUnder(root: string, path: string): string[] {
  const full = join(root, path);
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full).flatMap((name) => filesUnder(root, path ? `${path}/${name}` : name));
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
