import type { Finding } from '../finding.ts';
import type { Page } from '../page.ts';
import { lineOf, walk, type Attribute, type Node } from '../parse.ts';

const attributes = ({ attributes: all }: Node): Attribute[] => (Array.isArray(all) ? all : []);
const named = (node: Node, name: string): Node[] =>
  (node.children ?? []).filter((child) => child.name === name);

/** (b) Every `<Predict>` and `<Quiz>` has an id of its own, answers to choose from of which some are right, and an explanation. */
export function questions(page: Page): Finding[] {
  const found: Finding[] = [];
  const seen = new Set<unknown>();
  walk(page.tree, (node) => {
    if (node.name !== 'Predict' && node.name !== 'Quiz') return;
    const find = (problem: string, remedy: string): void =>
      void found.push({ file: page.file, line: lineOf(node), rule: 'question', problem, remedy });
    const id = attributes(node).find(({ name }) => name === 'id')?.value;
    if (typeof id !== 'string' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
      find(
        `<${node.name}> has no id of lower-case words`,
        'Write id="two-words", the same in both languages',
      );
    else if (seen.has(id)) find(`the id "${id}" is used twice`, 'Give each question of a page its own id');
    seen.add(id);
    const options = named(node, 'Option');
    const right = options.filter((option) => attributes(option).some(({ name }) => name === 'right'));
    if (right.length === 0 || right.length === options.length)
      find(
        `of ${options.length} options ${right.length} are right`,
        'Give it an <Option right>, and one that is not',
      );
    if (named(node, 'Why').length !== 1) find('it has not one <Why>', 'Explain the answer in one <Why>');
  });
  return found;
}
