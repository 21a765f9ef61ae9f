import type { Node } from './page-imports.ts';

/** A remark plugin: a page says under its title how long it takes to read, as its front matter has it. */
export default function remarkMinutes(): (
  tree: Node,
  page: { data: { frontMatter?: { minutes?: unknown } } },
) => void {
  return (tree, { data: { frontMatter: { minutes } = {} } }) => {
    const at = tree.children?.findIndex(({ type }) => type === 'heading') ?? -1;
    if (at < 0 || typeof minutes !== 'number') return;
    tree.children?.splice(at + 1, 0, {
      type: 'mdxJsxFlowElement',
      name: 'Minutes',
      attributes: [{ type: 'mdxJsxAttribute', name: 'count', value: String(minutes) }],
      children: [],
    });
  };
}
