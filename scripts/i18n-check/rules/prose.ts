import { HAN, typography } from '../chinese.ts';
import type { Finding } from '../finding.ts';
import type { Page } from '../page.ts';
import { lineOf, proseOf, textOf, walk } from '../parse.ts';
import { STRINGS } from './shape.ts';

const PROSE_KEYS = ['title', 'description', 'sidebar_label', 'pagination_label'];

/** What zhlint does not see on a Chinese page: front matter, component props, broken lines, repeated marks. */
export function chineseProse(page: Page): Finding[] {
  const rule = 'typography';
  const short = (text: string, line: number): Finding[] =>
    typography(text).map(({ at, problem, remedy }) => ({
      file: page.file,
      line,
      rule,
      problem: `${problem}: “${at}”`,
      remedy,
    }));
  const found = page.frontMatter
    .filter(({ key }) => PROSE_KEYS.includes(key))
    .flatMap(({ value, line }) => short(value.replace(/^(["'])(.*)\1$/s, '$2'), line));
  walk(page.tree, (node) => {
    if (!Array.isArray(node.attributes)) return;
    for (const { value } of node.attributes) {
      const quoted =
        typeof value === 'string' ? [] : (value?.value.match(STRINGS) ?? []).map((text) => text.slice(1, -1));
      const texts = typeof value === 'string' ? [value] : quoted;
      found.push(...texts.flatMap((text) => short(text, lineOf(node))));
    }
  });
  for (const block of proseOf(page.tree)) {
    const text = textOf(block);
    const line = lineOf(block);
    const broken = text.search(/\n/);
    if (broken >= 0 && HAN.test(text)) {
      const problem = 'a Chinese paragraph is broken over lines; the reader sees a space there';
      found.push({ file: page.file, line, rule, problem, remedy: 'Put the paragraph on one line' });
    }
    if (/[！？!?]{2}/.test(text)) {
      found.push({ file: page.file, line, rule, problem: 'repeated ！ or ？', remedy: 'Write one' });
    }
  }
  return found;
}
