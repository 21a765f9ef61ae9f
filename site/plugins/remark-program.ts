import { PageImports, textAttributes, type Node } from './page-imports.ts';
import { recordingName, recordingOf } from './recordings.ts';

/**
 * A remark plugin: `<Playground program="lost-update" />` gets the program itself, and `<Recorded program="lost-update"
 * show="failure">` the trace of that run; the page imports them. An id without a folder in `lessons/programs` fails the build,
 * since nothing was written for it.
 */
export default function remarkProgram(): (tree: Node) => void {
  return (tree) => {
    const imports = new PageImports('@generated/work-loop-programs/default', 'programData');
    const visit = (node: Node): void => {
      const texts = textAttributes(node);
      if (node.name === 'Playground' && texts.program !== undefined) {
        imports.component('Playground');
        node.attributes = [imports.attribute('program', `${texts.program}.json`)];
      }
      if (node.name === 'Recorded') {
        imports.component('Recorded');
        node.attributes = [imports.attribute('trace', recordingName(recordingOf(texts)))];
      }
      node.children?.forEach(visit);
    };
    visit(tree);
    tree.children?.unshift(...imports.statements());
  };
}
