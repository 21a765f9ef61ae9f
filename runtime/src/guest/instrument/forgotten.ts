import { operationNames } from './operation-names.ts';
import { isOwnGenerator, operationName } from './operations.ts';
import type { Finding } from './refusal.ts';
import { scopesOf } from './scope.ts';
import type { Tree } from './tree.ts';
import { isGenerator, unwrap, type Node } from './walk.ts';

/** Calls that make an operation and surely do not run it. */
export function forgottenYields(tree: Tree): Finding[] {
  const scopes = scopesOf(tree);
  return tree.nodes.flatMap((node): Finding[] => {
    if (node.type !== 'CallExpression') return [];
    const name = operationName(unwrap(node.callee), tree, scopes);
    const use = name && useOf(node, tree);
    return use ? [{ code: 'forgotten-yield', at: node.start, data: { name, use } }] : [];
  });
}

/** The same, judged by the name of what is called: `this.busy.set(true);`, `super.start(provider);`, `IOLockLock(lock);`. */
export function probablyForgottenYields(tree: Tree): Finding[] {
  return tree.nodes.flatMap((node): Finding[] => {
    if (node.type !== 'CallExpression') return [];
    const name = probableOperation(unwrap(node.callee), tree);
    const use = name && useOf(node, tree);
    if (use !== 'statement' && use !== 'condition') return [];
    return [{ code: 'maybe-forgotten-yield', at: node.start, data: { name: name ?? '', use } }];
  });
}

function probableOperation(callee: Node, tree: Tree): string | undefined {
  if (callee.type === 'Identifier') {
    const imported = scopesOf(tree).variable(callee)?.kind === 'import';
    return imported && operationNames.functions.test(callee.name) ? callee.name : undefined;
  }
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier')
    return undefined;
  const { object, property } = callee;
  if (object.type === 'Super')
    return isOwnGenerator(property.name, callee, tree) ? `super.${property.name}` : undefined;
  const ofField = object.type === 'MemberExpression' && object.object.type === 'ThisExpression';
  if (!ofField || !operationNames.methods.has(property.name)) return undefined;
  return tree.text.slice(callee.start, callee.end);
}

type Use = 'statement' | 'condition' | 'operand' | 'return';

/** How an expression's value is used, if in a way in which no operation makes sense. */
function useOf(expression: Node, tree: Tree): Use | undefined {
  let node = expression;
  for (let parent = tree.parent(node); parent; node = parent, parent = tree.parent(parent)) {
    switch (parent.type) {
      case 'ParenthesizedExpression':
      case 'ChainExpression':
        continue;
      case 'ExpressionStatement':
        return 'statement';
      case 'SequenceExpression':
        if (parent.expressions.at(-1) !== node) return 'statement';
        continue;
      case 'ConditionalExpression':
        if (parent.test === node) return 'condition';
        continue;
      case 'LogicalExpression':
        if (parent.left === node) return 'condition';
        continue;
      case 'IfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        return 'condition';
      case 'ForStatement':
        return parent.test === node ? 'condition' : 'statement';
      case 'UnaryExpression':
        return parent.operator === '!' ? 'condition' : 'operand';
      case 'BinaryExpression':
      case 'TemplateLiteral':
      case 'SwitchStatement':
      case 'SwitchCase':
      case 'ThrowStatement':
        return 'operand';
      case 'AssignmentExpression':
        return /^(=|\?\?=|\|\|=|&&=)$/.test(parent.operator) ? undefined : 'operand';
      case 'ReturnStatement': {
        const owner = tree.functionOf(parent);
        return owner && isGenerator(owner) ? 'return' : undefined;
      }
      default:
        return undefined;
    }
  }
  return undefined;
}
