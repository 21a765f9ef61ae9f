import type { Edits } from './edits.ts';
import { scopesOf, type Scopes, type Variable } from './scope.ts';
import type { Tree } from './tree.ts';
import { isGenerator, type Node } from './walk.ts';

/** Lets every generator take the flag of the one that was started. */
export function insertFlags(tree: Tree, edits: Edits): void {
  for (const node of tree.nodes) {
    if (isGenerator(node)) edits.inside(node.body, 'const $wl_r=$wl_e();');
  }
}

/** Makes procedures of the generators of a module. */
export function insertProcedures(tree: Tree, edits: Edits, nextPlace: () => number): void {
  const scopes = scopesOf(tree);
  for (const node of tree.nodes) {
    if (isGenerator(node)) {
      wrap(node);
    } else if (node.type === 'ClassBody') {
      const wrapped = isFixed(tree.parent(node) as Node, scopes) ? 'static{$wl_c(this)}' : '';
      edits.inside(node, `${wrapped}#$wl=$wl_b(this);`);
    }
  }

  function wrap(node: Node): void {
    if (node.type === 'FunctionDeclaration') {
      if (!node.id) insertCall('$wl_p', node, ',"default"');
      else if (scopes.at(node) === scopes.module) edits.first(`${node.id.name}=$wl_p(${node.id.name});`);
      return;
    }
    const parent = tree.parent(node);
    if (node.type !== 'FunctionExpression' || parent?.type === 'MethodDefinition') return;
    if (parent?.type === 'Property' && parent.method) return;
    const captured = scopes.captured(node);
    const name = nameGiven(node, tree);
    const named = name === undefined ? '' : `,${JSON.stringify(name)}`;
    if (!tree.functionOf(node)) {
      if (captured.length === 0) insertCall('$wl_p', node, named);
    } else if (captured.every((variable) => isValueBefore(variable, node))) {
      const values = captured.map((variable) => variable.name).join(',');
      insertCall('$wl_k', node, `,${nextPlace()},[${values}]${named}`);
    }
  }

  function insertCall(name: string, argument: Node, others: string): void {
    edits.before(argument, `${name}(`);
    edits.after(argument, `${others})`);
  }
}

/** A class inside a function is a procedure's only if what its methods capture never changes. */
function isFixed(node: Node, scopes: Scopes): boolean {
  return scopes.captured(node).every((variable) => variable.writes.length === 0);
}

/** Does a captured variable hold, when the closure is made, the value that it keeps? */
function isValueBefore({ ready, scope, writes }: Variable, closure: Node): boolean {
  return writes.length === 0 && scope.kind !== 'switch' && ready <= closure.start;
}

/** The name that JavaScript would give to an anonymous function from what it is assigned to. */
function nameGiven(node: Node & { type: 'FunctionExpression' }, tree: Tree): string | undefined {
  if (node.id) return undefined;
  let outer = tree.parent(node);
  while (outer?.type === 'ParenthesizedExpression') outer = tree.parent(outer);
  const target = outer && namingTarget(outer);
  if (target?.type === 'Identifier') return target.name;
  return target?.type === 'Literal' ? String(target.value) : undefined;
}

function namingTarget(node: Node): Node | undefined {
  switch (node.type) {
    case 'VariableDeclarator':
      return node.id;
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return node.left;
    case 'Property':
      return node.computed ? undefined : node.key;
    default:
      return undefined;
  }
}
