import { HAN } from '../chinese.ts';
import { headingId } from '../sections.ts';
import { lineOf, walk, type Attribute, type Node } from '../parse.ts';

/** One thing that both languages must have, in words that are the same for both. */
export interface Item {
  what: string;
  line: number;
}

/** A part of a page under one heading. */
export interface Part {
  heading: Item;
  items: Item[];
}

/** String literals in code. */
export const STRINGS = /(["'`])(?:\\.|(?!\1)[^\\])*\1/g;
const comments = /\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm;
const relative = /(?:\.\.?\/)+/g;

/** Code with text taken out, for comparing an expression whose text is translated. */
const bare = (code: string): string =>
  code.replace(comments, '').replace(STRINGS, '""').replace(/\s+/g, ' ').trim();

/** A target without its locale, as in /zh-Hans/lessons/, /en-US/docs/ or by/4.0/deed.zh-hans. */
const target = (url = ''): string =>
  url
    .replace(/(?:\/|\/deed\.)(?:zh|en)(?:-[a-z]+)?(?=\/|$)/i, '')
    .replace(relative, '')
    .replace(/\/$/, '');

/** Props, and whether their values are text, are told from the Chinese side; so both sides are written out together. */
const props = (node: Node, isText: (name: string) => boolean): string =>
  (Array.isArray(node.attributes) ? node.attributes : [])
    .map(({ name, value, type }: Attribute) => {
      if (type === 'mdxJsxExpressionAttribute') return '{…}';
      if (value === null || value === undefined) return name;
      if (typeof value === 'string') return isText(name ?? '') ? `${name}=text` : `${name}="${value}"`;
      return `${name}={${isText(name ?? '') ? bare(value.value) : value.value.replace(/\s+/g, ' ').trim()}}`;
    })
    .sort((a = '', b = '') => (a < b ? -1 : 1))
    .map((prop) => ` ${prop}`)
    .join('');

/** The component props of a page that hold Chinese, as `Component.prop`. */
export function textProps(tree: Node): Set<string> {
  const found = new Set<string>();
  walk(tree, (node) => {
    if (!Array.isArray(node.attributes)) return;
    for (const { name, value } of node.attributes) {
      if (HAN.test(typeof value === 'string' ? value : (value?.value ?? '')))
        found.add(`${node.name}.${name}`);
    }
  });
  return found;
}

/** Imports as they are, but for the way to them; what is exported without its texts. */
const script = (code: string): string =>
  code
    .split('\n')
    .map((line) => (line.startsWith('import ') ? line.replace(relative, '') : bare(line)))
    .join(' ')
    .trim();

function describe(node: Node, text: Set<string>): string | undefined {
  const count = node.children?.length ?? 0;
  switch (node.type) {
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return `<${node.name ?? ''}${props(node, (name) => text.has(`${node.name}.${name}`))}>`;
    case 'code':
      return `a ${node.lang ?? 'plain'} fence ${(node.meta ?? '').replace(/title=(["']).*?\1/, 'title=text')}`.trim();
    case 'image':
      return `image ${target(node.url).replace(/\.(en|zh-Hans)(?=\.\w+$)/, '')}`;
    case 'link':
      return `link to ${target(node.url)}`;
    case 'containerDirective':
      return `:::${node.name}`;
    case 'list':
      return `a ${node.ordered ? 'numbered ' : ''}list of ${count}`;
    case 'table':
      return `a table of ${count} × ${node.children?.[0]?.children?.length ?? 0}`;
    case 'blockquote':
      return 'a quotation';
    case 'mdxjsEsm':
      return script(node.value ?? '');
    case 'mdxFlowExpression':
      return bare(node.value ?? '') ? `{${bare(node.value ?? '')}}` : undefined;
    default:
      return undefined;
  }
}

/** Writes down the shape of a page. In running text the order of links and components is the sentence's own, so it is sorted there. */
export function shapeOf(tree: Node, text: Set<string>): Part[] {
  const parts: Part[] = [{ heading: { what: 'the introduction', line: 1 }, items: [] }];
  const add = (items: Item[]): void => void parts.at(-1)?.items.push(...items);
  const collect = (node: Node, into: Item[]): Item[] => {
    walk(node, (inner) => {
      const what = describe(inner, text);
      if (what !== undefined) into.push({ what, line: lineOf(inner) });
    });
    return into;
  };
  walk(tree, (node) => {
    if (node.type === 'heading') {
      const id = headingId(node);
      parts.push({
        heading: { what: `h${node.depth}${id ? ` #${id}` : ''}`, line: lineOf(node) },
        items: [],
      });
    }
    if (['heading', 'paragraph', 'tableCell'].includes(node.type)) {
      add(collect(node, []).sort((a, b) => (a.what < b.what ? -1 : a.what > b.what ? 1 : 0)));
      return false;
    }
    const what = describe(node, text);
    if (what !== undefined) add([{ what, line: lineOf(node) }]);
    return true;
  });
  return parts;
}
