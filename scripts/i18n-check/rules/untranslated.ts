import type { Finding } from '../finding.ts';
import type { Page } from '../page.ts';
import { lineOf, proseOf, textOf, type Node } from '../parse.ts';

const LETTERS = 20;

const source = (page: Page, block: Node): string => {
  const lines = page.body.split('\n');
  const end = block.position?.end.line;
  return block.type === 'tableCell'
    ? textOf(block)
    : lines
        .slice(lineOf(block) - 1, end)
        .join('\n')
        .trim();
};

/** (g) No paragraph of more than 20 letters is the English one. */
export function untranslated(en: Page, zh: Page): Finding[] {
  const english = new Set(proseOf(en.tree).map((block) => source(en, block)));
  return proseOf(zh.tree)
    .filter(
      (block) => (textOf(block).match(/[A-Za-z]/g)?.length ?? 0) > LETTERS && english.has(source(zh, block)),
    )
    .map((block) => ({
      file: zh.file,
      line: lineOf(block),
      rule: 'untranslated',
      problem: 'this is the English paragraph',
      remedy: 'Write it in Chinese',
    }));
}
