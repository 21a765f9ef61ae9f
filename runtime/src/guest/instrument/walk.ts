import type { AnyNode, Function as AcornFunction, PropertyDefinition, StaticBlock } from 'acorn';

export type Node = AnyNode;

/** Code that runs on its own: functions, and the two things of a class body that behave like one. */
export type FunctionLike = (AcornFunction & Node) | PropertyDefinition | StaticBlock;

/** The nodes below a node, without the identifiers that are no variables: keys, labels, names of exports. */
export function children(node: Node): Node[] {
  const found: Node[] = [];
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    if (isName(node, key)) continue;
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isNode(item)) found.push(item);
    }
  }
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function isName(node: Node, key: string): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return key === 'property' && !node.computed;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return key === 'key' && !node.computed;
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return key === 'label';
    case 'MetaProperty':
    case 'ExportAllDeclaration':
      return true;
    case 'ImportSpecifier':
      return key === 'imported';
    case 'ExportNamedDeclaration':
      return key === 'specifiers' && node.source != null;
    case 'ExportSpecifier':
      return key === 'exported';
    default:
      return false;
  }
}

export function isFunction(node: Node): node is AcornFunction & Node {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression'
  );
}

export function isGenerator(node: Node): node is AcornFunction & Node {
  return isFunction(node) && node.generator;
}

export function isLoop(node: Node): boolean {
  return /^(While|DoWhile|For|ForIn|ForOf)Statement$/.test(node.type);
}

/** The expression inside any parentheses. */
export function unwrap<N extends Node>(node: N): Node {
  let inner: Node = node;
  while (inner.type === 'ParenthesizedExpression') inner = inner.expression;
  return inner;
}

/** The identifiers that a pattern binds or assigns. */
export function targets(pattern: Node): (Node & { type: 'Identifier' })[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((p) => targets(p.type === 'Property' ? p.value : p.argument));
    case 'ArrayPattern':
      return pattern.elements.flatMap((e) => (e === null ? [] : targets(e)));
    case 'AssignmentPattern':
      return targets(pattern.left);
    case 'RestElement':
      return targets(pattern.argument);
    case 'ParenthesizedExpression':
      return targets(pattern.expression);
    default:
      return [];
  }
}
