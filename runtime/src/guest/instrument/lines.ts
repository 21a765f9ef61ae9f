import type { Edits } from './edits.ts';
import type { Tree } from './tree.ts';

/** Gives every `yield*` its line, and lets nothing but operations through. */
export function insertLines(tree: Tree, edits: Edits): void {
  for (const node of tree.nodes) {
    if (node.type !== 'YieldExpression' || !node.argument) continue;
    edits.before(node.argument, `$wl_l(${tree.line(node)},`);
    edits.after(node.argument, ')');
  }
}
