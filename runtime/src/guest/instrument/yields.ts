import type { Finding } from './refusal.ts';
import { scopesOf } from './scope.ts';
import type { Tree } from './tree.ts';
import { operationName } from './operations.ts';
import { unwrap, type Node } from './walk.ts';

/** `yield` where `yield*` is meant, and `yield*` of something that is no operation. */
export function misusedYields(tree: Tree): Finding[] {
  return tree.nodes.flatMap((node): Finding[] => {
    if (node.type !== 'YieldExpression') return [];
    const at = node.start;
    if (!node.delegate || !node.argument) return [{ code: 'plain-yield', at }];
    const operator = looseOperator(node.argument);
    if (operator) return [{ code: 'yield-precedence', at, data: { operator } }];
    const name = uncalled(unwrap(node.argument), tree);
    return name ? [{ code: 'yield-not-called', at, data: { name } }] : [];
  });
}

/** An operator that binds tighter than `yield*`, so that it works on the operation and not on its result. */
function looseOperator(argument: Node): string | undefined {
  switch (argument.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'UnaryExpression':
      return argument.operator;
    case 'ConditionalExpression':
      return '? :';
    default:
      return undefined;
  }
}

function uncalled(node: Node, tree: Tree): string | undefined {
  if (node.type === 'MemberExpression' && !node.computed && node.object.type === 'ThisExpression') {
    return `this.${(node.property as Node & { type: 'Identifier' }).name}`;
  }
  if (node.type !== 'Identifier') return undefined;
  return operationName(node, tree, scopesOf(tree));
}
