import type { Program } from 'acorn';
import { children, isFunction, type FunctionLike, type Node } from './walk.ts';

/** A parsed module, with what lies around each node. */
export interface Tree {
  readonly text: string;
  readonly program: Program;
  /** Every node, parents before children. */
  readonly nodes: readonly Node[];
  parent(node: Node): Node | undefined;
  /** The function, field initializer or static block whose code the node is; undefined at module level. */
  functionOf(node: Node): FunctionLike | undefined;
  /** Does the node's own code, nested functions left out, contain a `yield*`? */
  delegates(node: Node): boolean;
  /** Line of a node, from 1. */
  line(node: Node): number;
}

export function treeOf(text: string, program: Program): Tree {
  const nodes: Node[] = [];
  const parents = new Map<Node, Node>();
  const functions = new Map<Node, FunctionLike>();
  const delegating = new Set<Node>();
  const visit = (node: Node, owner: FunctionLike | undefined): void => {
    nodes.push(node);
    if (owner) functions.set(node, owner);
    for (const child of children(node)) {
      parents.set(child, node);
      visit(child, ownerBelow(node, child) ?? owner);
    }
    if (node.type === 'YieldExpression' && node.delegate) {
      for (let n: Node | undefined = node; n && n !== owner; n = parents.get(n)) delegating.add(n);
    }
  };
  visit(program, undefined);

  const starts = lineStarts(text);
  return {
    text,
    program,
    nodes,
    parent: (node) => parents.get(node),
    functionOf: (node) => functions.get(node),
    delegates: (node) => delegating.has(node),
    line: (node) => position(starts, node.start).line,
  };
}

/** The function or field initializer whose `this` and `arguments` a node sees. */
export function thisFunction(node: Node, tree: Tree): FunctionLike | undefined {
  let owner = tree.functionOf(node);
  while (owner?.type === 'ArrowFunctionExpression') owner = tree.functionOf(owner);
  return owner;
}

function ownerBelow(node: Node, child: Node): FunctionLike | undefined {
  if (isFunction(node) || node.type === 'StaticBlock') return node;
  if (node.type === 'PropertyDefinition' && child === node.value) return node;
  return undefined;
}

export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

/** Line and column, both from 1, of an offset. */
export function position(starts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
