import { relative, sep } from 'node:path';
import { findPairs } from '../../scripts/i18n-check/pairs.ts';
import { headingId } from '../../scripts/i18n-check/sections.ts';
import type { Locale } from '../../scripts/reader-comments.ts';
import type { Node } from './page-imports.ts';
import { behindOn } from './translation.ts';

export interface BehindOptions {
  /** The project's root folder. */
  root: string;
  /** The page's language. */
  locale: Locale;
}

/** A remark plugin: a section whose translation is behind says so under its heading, and links to the newer one. */
export default function remarkBehind({
  root,
  locale,
}: BehindOptions): (tree: Node, page: { path: string }) => void {
  const pairs = findPairs(root);
  return (tree, page) => {
    const file = relative(root, page.path).split(sep).join('/');
    const pair = pairs.find(({ en, zh }) => en === file || zh === file);
    if (!pair) return;
    const late = behindOn(root, pair);
    if (late.in !== locale) return;
    const ids = new Set(late.ids);
    const note = (id: string): Node[] => (ids.has(id) ? [behindNote(id)] : []);
    tree.children = [
      ...note('page'),
      ...note('intro'),
      ...(tree.children ?? []).flatMap((node) =>
        node.type === 'heading' ? [node, ...note(headingId(node) ?? '')] : [node],
      ),
    ];
  };
}

const behindNote = (id: string): Node => ({
  type: 'mdxJsxFlowElement',
  name: 'Behind',
  attributes: [{ type: 'mdxJsxAttribute', name: 'section', value: id }],
  children: [],
});
