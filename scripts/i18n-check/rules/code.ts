import { readRegion, regionMeta } from '../../../site/plugins/remark-region.ts';
import type { Finding } from '../finding.ts';
import type { Page } from '../page.ts';
import { lineOf, walk, type Node } from '../parse.ts';

const C_LIKE = new Set(['c', 'cpp', 'ts', 'tsx', 'js', 'jsx', 'json', 'css']);
const SHELL = new Set(['sh', 'bash', 'shell', 'yaml', 'python']);

/** Code without what a translator may change: comments and what stands in quotes. Lines stay lines. */
export function codeSkeleton(code: string, lang: string): string {
  const comment = C_LIKE.has(lang)
    ? '//.*|/\\*[\\s\\S]*?\\*/'
    : SHELL.has(lang)
      ? '(?:^|(?<=\\s))#.*'
      : '(?!)';
  const tokens = new RegExp(`(["'\`])(?:\\\\.|(?!\\1)[^\\\\])*\\1|${comment}`, 'gm');
  return code
    .replace(tokens, (token, quote: string | undefined) => (quote ? '""' : token.replace(/[^\n]/g, '')))
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

function fencesOf(tree: Node): Node[] {
  const fences: Node[] = [];
  walk(tree, (node) => void (node.type === 'code' && fences.push(node)));
  return fences;
}

/** (c) Code that comes from a file is there, in both languages, and is not copied onto the page. */
export function codeFiles(root: string, page: Page): Finding[] {
  return fencesOf(page.tree).flatMap((fence) => {
    const meta = regionMeta(fence.meta);
    if (meta === undefined) return [];
    const place = { file: page.file, line: lineOf(fence), rule: 'code' };
    if (fence.value) {
      const problem = `the fence names ${meta.file} and has a body as well`;
      return [{ ...place, problem, remedy: 'Leave the fence empty; the code comes from the file' }];
    }
    try {
      readRegion(meta, { root, locale: 'en' });
      return [];
    } catch (error) {
      const remedy = 'Name a file and a region that are there, with every // en: above its // zh:';
      return [{ ...place, problem: (error as Error).message, remedy }];
    }
  });
}

/** (c) Code on the page is the same in both languages but for comments and strings; output keeps its line count. */
export function codeParity(en: Page, zh: Page): Finding[] {
  const english = fencesOf(en.tree);
  return fencesOf(zh.tree).flatMap((fence, index) => {
    const twin = english[index];
    if (!twin || regionMeta(fence.meta)) return [];
    const lang = fence.lang ?? '';
    const isCode = C_LIKE.has(lang) || SHELL.has(lang);
    const [a, b] = [twin, fence].map(({ value = '' }) =>
      isCode ? codeSkeleton(value, lang).split('\n') : value.split('\n').map(() => ''),
    );
    if (!a || !b || a.join('\n') === b.join('\n')) return [];
    const at = b.findIndex((line, row) => line !== a[row]);
    const row = at < 0 ? b.length : at;
    return [
      {
        file: zh.file,
        line: lineOf(fence) + 1 + row,
        rule: 'code',
        problem: isCode
          ? 'the code is not the code of the English page'
          : 'the number of lines is not that of the English page',
        remedy: `Take the code of ${en.file}:${lineOf(twin) + 1 + row}; only comments and strings are translated`,
      },
    ];
  });
}
