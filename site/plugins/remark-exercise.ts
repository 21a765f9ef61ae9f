import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readerComments, type Locale } from '../../scripts/reader-comments.ts';
import { exerciseFolders, manifestOf } from './exercises.ts';
import { PageImports, textAttributes, type Node } from './page-imports.ts';

export interface ExerciseOptions {
  /** The folder of all exercises. */
  root: string;
  /** The page's language. */
  locale: Locale;
}

interface Page {
  fail(reason: string, place: Node): never;
}

/** The processor this plugin runs in: it reads the exercise's texts as it reads the page. */
interface Processor {
  parse(text: string): Node;
}

/**
 * A remark plugin: `<Exercise id="02a" />` gets the exercise, and its texts as children: the statement, each hint, the reference
 * answer, the explanation. They are part of the page, and so are their links and code.
 */
export default function remarkExercise(
  this: Processor,
  { root, locale }: ExerciseOptions,
): (tree: Node, page: Page) => void {
  const parse = (text: string): Node[] => this.parse(text).children ?? [];
  return (tree, page) => {
    const imports = new PageImports('@generated/work-loop-exercises/default', 'exerciseData');
    const visit = (node: Node): void => {
      if (node.name !== 'Exercise') return node.children?.forEach(visit);
      const { id = '' } = textAttributes(node);
      const folder = exerciseFolders(root).get(id) ?? page.fail(`there is no exercise "${id}"`, node);
      const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
      const hints = read(`hints.${locale}.md`).split(/^---$/m);
      const { kind } = manifestOf(folder);
      const asksFor = kind === 'schedule' ? scheduleAsked : programAsked;
      imports.component(asksFor.component);
      imports.component('ExerciseText', 'components/Exercise/ExerciseText');
      node.name = asksFor.component;
      node.attributes = [imports.attribute('exercise', `${id}.json`)];
      node.children = [
        part('statement', parse(read(`statement.${locale}.md`))),
        ...hints.map((hint) => part('hint', parse(hint))),
        part('answer', [{ ...asksFor.code, value: readerComments(read(asksFor.answer), locale).trim() }]),
        part('explanation', parse(read(`solution.${locale}.md`))),
      ];
    };
    visit(tree);
    tree.children?.unshift(...imports.statements());
  };
}

/** What shows an exercise, and its reference answer, by what it asks for. */
const programAsked = {
  component: 'Exercise',
  answer: 'solution.ts',
  code: { type: 'code', lang: 'ts' },
};
const scheduleAsked = {
  component: 'ScheduleExercise',
  answer: 'solution.txt',
  code: { type: 'code', lang: 'text' },
};

function part(name: string, children: Node[]): Node {
  return {
    type: 'mdxJsxFlowElement',
    name: 'ExerciseText',
    attributes: [{ type: 'mdxJsxAttribute', name: 'part', value: name }],
    children,
  };
}
