import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locale } from '../../scripts/reader-comments.ts';
import type { Node } from './page-imports.ts';
import remarkTerm from './remark-term.ts';

let root: string;
const about = { en: 'What it is.', 'zh-Hans': '它是什么。' };

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'remark-term-'));
  mkdirSync(join(root, 'i18n'));
  const terms = [
    { en: ['work loop'], zh: ['工作环'], about },
    { en: ['work-loop thread', 'work loop thread'], zh: ['工作环线程'], about },
    { en: ['gate'], zh: ['门锁'], aliases: ['闸门'], about },
    { en: ['command gate'], zh: ['命令门'] },
    { en: ['thread call'], zh: ['线程调用'], about, chance: true },
  ];
  writeFileSync(join(root, 'i18n/glossary.json'), JSON.stringify({ never: [], terms }));
});

afterAll(() => rmSync(root, { recursive: true }));

const text = (value: string): Node => ({ type: 'text', value });
const paragraph = (...children: Node[]): Node => ({ type: 'paragraph', children });

/** What becomes of blocks, with `[…]` around what is marked. */
function marked(blocks: Node[], locale: Locale = 'en'): string[] {
  const write = ({ name, value = '', children = [] }: Node): string =>
    name === 'Term' ? `[${children.map(write).join('')}]` : value + children.map(write).join('');
  const tree = { type: 'root', children: blocks };
  remarkTerm({ root, locale })(tree);
  return tree.children.map(write);
}

test('the first use of a term on a page is marked, whatever its case and number', () => {
  expect(
    marked([paragraph(text('Work loops share a gate.')), paragraph(text('The work loop’s gate.'))]),
  ).toEqual(['[Work loops] share a [gate].', 'The work loop’s gate.']);
});

test('a term carries its definition and its name in the page’s language', () => {
  const tree = { type: 'root', children: [paragraph(text('拿到门锁（gate）。'))] };
  remarkTerm({ root, locale: 'zh-Hans' })(tree);
  expect(tree.children[0]?.children?.[1]?.attributes).toEqual([
    { type: 'mdxJsxAttribute', name: 'id', value: 'gate' },
    { type: 'mdxJsxAttribute', name: 'name', value: '门锁（gate）：' },
    { type: 'mdxJsxAttribute', name: 'about', value: '它是什么。' },
  ]);
});

test('a longer term hides the shorter one in it, defined or not', () => {
  expect(marked([paragraph(text('a command gate, the work-loop thread, investigate'))])).toEqual([
    'a command gate, the [work-loop thread], investigate',
  ]);
  expect(marked([paragraph(text('工作环线程，工作环。'))], 'zh-Hans')).toEqual(['[工作环线程]，[工作环]。']);
});

test('headings, links, code, tables and components are left alone; lists, emphasis and notes are not', () => {
  const left = ['heading', 'link', 'table', 'mdxJsxFlowElement', 'mdxJsxTextElement'];
  const kept = ['listItem', 'emphasis', 'strong', 'blockquote', 'containerDirective'];
  const around = (type: string): Node => ({ type, children: [text('gate')] });
  expect(left.map((type) => marked([around(type)]))).toEqual(left.map(() => ['gate']));
  expect(kept.map((type) => marked([around(type)]))).toEqual(kept.map(() => ['[gate]']));
  expect(marked([paragraph({ type: 'inlineCode', value: 'gate' })])).toEqual(['gate']);
});

test('what may be there by chance is marked in Chinese only, and an alias never', () => {
  expect(marked([paragraph(text('another thread calls'))])).toEqual(['another thread calls']);
  expect(marked([paragraph(text('线程调用、闸门'))], 'zh-Hans')).toEqual(['[线程调用]、闸门']);
});
