import type { Finding } from '../finding.ts';
import type { Page } from '../page.ts';
import type { Pair } from '../pairs.ts';
import { headingId } from '../sections.ts';
import { lineOf, walk } from '../parse.ts';
import { shapeOf, textProps, type Item } from './shape.ts';

/** The first place where two sequences differ. */
function firstDifference(en: Item[], zh: Item[]): [Item | undefined, Item | undefined] | undefined {
  const length = Math.max(en.length, zh.length);
  for (let index = 0; index < length; index += 1) {
    if (en[index]?.what !== zh[index]?.what) return [en[index], zh[index]];
  }
  return undefined;
}

/** (b) Headings carry ids of their own, so that both languages have the same anchors. */
export function explicitIds(page: Page): Finding[] {
  const found: Finding[] = [];
  const seen = new Set<string>();
  walk(page.tree, (node) => {
    if (node.type !== 'heading') return;
    const id = headingId(node);
    const place = { file: page.file, line: lineOf(node), rule: 'heading-id' };
    if (id === undefined) {
      const remedy = 'End the heading with {/* #english-id */}, the same in both languages';
      found.push({ ...place, problem: 'the heading has no id of its own', remedy });
    } else if (seen.has(id)) {
      found.push({
        ...place,
        problem: `the id "${id}" is used twice`,
        remedy: 'Give each heading its own id',
      });
    }
    if (id !== undefined) seen.add(id);
  });
  return found;
}

/** (b) Both languages have the same headings, components, fences, images, links, admonitions, lists and tables. */
export function structure(en: Page, zh: Page, kind: Pair['kind']): Finding[] {
  const ids = kind === 'page' ? [...explicitIds(en), ...explicitIds(zh)] : [];
  if (ids.length > 0) return ids;
  const text = textProps(zh.tree);
  const [english, chinese] = [shapeOf(en.tree, text), shapeOf(zh.tree, text)];
  const differ = (a: Item | undefined, b: Item | undefined, line: number): Finding => ({
    file: zh.file,
    line: b?.line ?? line,
    rule: 'structure',
    problem: `${b ? b.what : 'nothing'} here, ${a ? `${a.what} (line ${a.line})` : 'nothing'} in English`,
    remedy: `Give this part the same shape as in ${en.file}`,
  });
  const headings = firstDifference(
    english.map((part) => part.heading),
    chinese.map((part) => part.heading),
  );
  if (headings) return [differ(headings[0], headings[1], chinese.at(-1)?.heading.line ?? 1)];
  return chinese.flatMap((part, index) => {
    const items = firstDifference(english[index]?.items ?? [], part.items);
    return items ? [differ(items[0], items[1], part.heading.line)] : [];
  });
}
