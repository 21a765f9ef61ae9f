import type { Edits } from './edits.ts';
import type { Tree } from './tree.ts';
import { children, type Node } from './walk.ts';

/** Vouches, in the library's text, for calls that name a field: `this.enabled.get()`, `IOLockLock(this.lock)`, `ask({ cell: this.word })`. */
export function insertVouching(tree: Tree, edits: Edits): void {
  for (const node of tree.nodes) {
    if (node.type !== 'CallExpression' || !namesField(node)) continue;
    edits.before(node, '$wl_v(');
    edits.after(node, ')');
  }
}

/** A method of something else, `loop.sleepGate(this.enabled)`, may be the program's own: it vouches for nothing. */
function namesField({ callee, arguments: given }: Node & { type: 'CallExpression' }): boolean {
  if (callee.type === 'MemberExpression') return isField(callee.object);
  return callee.type === 'Identifier' && given.some((argument) => isField(argument) || hasField(argument));
}

function isField(node: Node): boolean {
  if (node.type !== 'MemberExpression') return false;
  return /^(This|Member)Expression$|^Identifier$/.test(node.object.type);
}

const hasField = (node: Node): boolean =>
  node.type === 'ObjectExpression' &&
  children(node).some((property) => property.type === 'Property' && isField(property.value));
