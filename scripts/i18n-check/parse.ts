import { loadFrom } from './docusaurus.ts';

/** A node of a page's syntax tree (mdast with MDX, GFM and directives). */
export interface Node {
  type: string;
  children?: Node[];
  value?: string;
  depth?: number;
  lang?: string | null;
  meta?: string | null;
  url?: string;
  name?: string | null;
  ordered?: boolean | null;
  attributes?: Attribute[] | Record<string, string>;
  position?: { start: { line: number }; end: { line: number } };
}

/** A prop of an MDX component. */
export interface Attribute {
  type: string;
  name?: string;
  value?: string | null | { value: string };
}

interface Parser {
  parse(text: string): Node;
}

const load = (name: string): Promise<Record<string, unknown>> => loadFrom('@docusaurus/mdx-loader', name);
const { createProcessor } = await load('@mdx-js/mdx');
const plugins = [(await load('remark-gfm'))['default'], (await load('remark-directive'))['default']];
const create = createProcessor as (options: { format: 'mdx' | 'md'; remarkPlugins: unknown[] }) => Parser;
const parsers = {
  mdx: create({ format: 'mdx', remarkPlugins: plugins }),
  md: create({ format: 'md', remarkPlugins: plugins }),
};

/** Parses a page; throws the parser's own error, with a line, when it is not valid. */
export const parse = (text: string, format: 'mdx' | 'md'): Node => parsers[format].parse(text);

/** Visits a node and all below it, parents first; `visit` returns false to leave a subtree out. */
export function walk(node: Node, visit: (node: Node) => boolean | void): void {
  if (visit(node) === false) return;
  node.children?.forEach((child) => walk(child, visit));
}

/** Where a node starts, from 1. */
export const lineOf = (node: Node): number => node.position?.start.line ?? 1;

/** Stands in a text for inline code and expressions. */
export const HOLE = '\uFFFC';

/** What a reader sees of a node, with {@link HOLE} for code. */
export function textOf(node: Node): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'break') return '\n';
  if (node.type === 'inlineCode' || node.type === 'code') return HOLE;
  return (node.children ?? []).map(textOf).join('');
}

/** The blocks of a page that hold running text: paragraphs, headings, table cells. */
export function proseOf(tree: Node): Node[] {
  const blocks: Node[] = [];
  walk(tree, (node) => {
    if (!['paragraph', 'heading', 'tableCell'].includes(node.type)) return true;
    blocks.push(node);
    return false;
  });
  return blocks;
}
