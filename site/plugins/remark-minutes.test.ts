import { expect, test } from 'vitest';
import type { Node } from './page-imports.ts';
import remarkMinutes from './remark-minutes.ts';

/** The types of a page's blocks once it has said how long it takes. */
function blocks(types: string[], frontMatter: { minutes?: unknown }): string[] {
  const tree = { type: 'root', children: types.map((type): Node => ({ type })) };
  remarkMinutes()(tree, { data: { frontMatter } });
  return tree.children.map(({ type, name, attributes }) =>
    Array.isArray(attributes) ? `${name} ${String(attributes[0]?.value)}` : type,
  );
}

test('the time stands under the title, and under no other heading', () => {
  expect(blocks(['mdxjsEsm', 'heading', 'paragraph', 'heading'], { minutes: 8 })).toEqual([
    'mdxjsEsm',
    'heading',
    'Minutes 8',
    'paragraph',
    'heading',
  ]);
});

test('a page that does not know its time, or has no title, says nothing', () => {
  expect(blocks(['heading'], {})).toEqual(['heading']);
  expect(blocks(['paragraph'], { minutes: 8 })).toEqual(['paragraph']);
});
