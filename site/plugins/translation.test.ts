import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { update } from '../../scripts/i18n-check/update.ts';
import type { Locale } from '../../scripts/reader-comments.ts';
import type { Node } from './page-imports.ts';
import remarkBehind from './remark-behind.ts';
import { translationStatus } from './translation.ts';

let root: string;
const EN = 'lessons/gate.mdx';
const ZH = 'i18n/zh-Hans/docusaurus-plugin-content-docs/current/gate.mdx';

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

const page = (title: string, first: string, second: string, more = ''): string =>
  `---\ntitle: ${title}\nslug: /gate\n${more}---\n\n# ${title} {/* #top */}\n\n${first}\n\n## Next {/* #next */}\n\n${second}\n`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'translation-'));
  write(EN, page('Gate', 'One.', 'Two.'));
  write(ZH, page('门锁', '一。', '二。'));
  update(root, [ZH]);
});

afterEach(() => rmSync(root, { recursive: true }));

/** The names of a page's blocks, with the section for a note. */
function blocks(locale: Locale, file: string): string[] {
  const heading = (id: string): Node => ({
    type: 'heading',
    children: [{ type: 'mdxTextExpression', value: `/* #${id} */` }],
  });
  const tree = { type: 'root', children: [heading('top'), heading('next')] as Node[] };
  remarkBehind({ root, locale })(tree, { path: join(root, file) });
  return tree.children.map(({ type, attributes }) =>
    Array.isArray(attributes) ? `behind ${String(attributes[0]?.value)}` : type,
  );
}

test('nothing is said while both languages are in step', () => {
  expect(translationStatus(root, 'en').pages).toEqual([
    { title: 'Gate', path: '/lessons/gate/', source: 'en', sections: 3, behind: [] },
  ]);
  expect(blocks('zh-Hans', ZH)).toEqual(['heading', 'heading']);
});

test('a section whose English has changed is behind, and says so in Chinese only', () => {
  write(EN, page('Gate', 'One.', 'Two and a half.'));
  expect(translationStatus(root, 'zh-Hans').pages[0]?.behind).toEqual([{ id: 'next', heading: 'Next' }]);
  expect(blocks('zh-Hans', ZH)).toEqual(['heading', 'heading', 'behind next']);
  expect(blocks('en', EN)).toEqual(['heading', 'heading']);
});

test('a page that was written in Chinese first is behind in English', () => {
  write(EN, page('Gate', 'One.', 'Two.', 'source-lang: zh-Hans\n'));
  update(root, [EN]);
  write(ZH, page('门锁', '一。', '二又二分之一。'));
  expect(translationStatus(root, 'en').pages[0]).toMatchObject({
    source: 'zh-Hans',
    behind: [{ id: 'next', heading: 'Next' }],
  });
  expect(blocks('en', EN)).toEqual(['heading', 'heading', 'behind next']);
  expect(blocks('zh-Hans', ZH)).toEqual(['heading', 'heading']);
});

test('a changed title is said at the top of the page', () => {
  write(EN, page('The gate', 'One.', 'Two.'));
  expect(blocks('zh-Hans', ZH)).toEqual(['behind intro', 'heading', 'behind top', 'heading']);
});

test('what stands beside the lessons is counted by its texts', () => {
  write('README.md', 'Read me.');
  write('README.zh-Hans.md', '请读我。');
  update(root, ['README.md']);
  expect(translationStatus(root, 'en').texts).toEqual([{ title: 'README', texts: 1, behind: 0 }]);
  write('README.md', 'Read me again.');
  expect(translationStatus(root, 'en').texts).toEqual([{ title: 'README', texts: 1, behind: 1 }]);
});
