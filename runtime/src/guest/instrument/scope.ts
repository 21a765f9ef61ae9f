import { isFunction, targets, unwrap, type FunctionLike, type Node } from './walk.ts';
import type { Tree } from './tree.ts';

export type Identifier = Node & { type: 'Identifier' };

export interface Variable {
  readonly name: string;
  readonly kind: 'param' | 'var' | 'let' | 'const' | 'class' | 'function' | 'import' | 'self';
  readonly scope: Scope;
  /** Offset from which it certainly holds a value; 0 for what is hoisted. */
  readonly ready: number;
  /** The initializer of `const x = …`, or the declaration of a function or class. */
  readonly value: Node | undefined;
  /** Assignments, without the initializer of a let or const. */
  readonly writes: Identifier[];
}

export interface Scope {
  readonly kind: 'module' | 'function' | 'block' | 'switch' | 'class' | 'self';
  readonly node: Node;
  readonly outer: Scope | undefined;
  /** Whose code it is; undefined at module level. */
  readonly owner: FunctionLike | undefined;
  readonly variables: Map<string, Variable>;
}

export interface Scopes {
  readonly all: readonly Scope[];
  readonly module: Scope;
  /** The scope that a node stands in. */
  at(node: Node): Scope;
  /** The scope that a function, block, loop, switch, class or catch clause opens, or the one it stands in. */
  inside(node: Node): Scope;
  /** The variable that an identifier means; undefined for a global. */
  variable(identifier: Identifier): Variable | undefined;
  /** Variables from outside that a function or class mentions, except the module's own. */
  captured(node: Node): readonly Variable[];
}

const tables = new WeakMap<Tree, Scopes>();

/** The scope table of a tree: built once, since two tables would disagree about writes. */
export function scopesOf(tree: Tree): Scopes {
  let table = tables.get(tree);
  if (!table) tables.set(tree, (table = build(tree)));
  return table;
}

function build(tree: Tree): Scopes {
  const all: Scope[] = [];
  const at = new Map<Node, Scope>();
  const inside = new Map<Node, Scope>();

  const open = (kind: Scope['kind'], node: Node, outer?: Scope, owner = outer?.owner): Scope => {
    const scope: Scope = { kind, node, outer, owner, variables: new Map() };
    all.push(scope);
    inside.set(node, scope);
    return scope;
  };

  const module = open('module', tree.program);
  at.set(tree.program, module);
  for (const node of tree.nodes) {
    const parent = tree.parent(node);
    if (parent) at.set(node, scopeBelow(parent, node));
    openScope(node);
  }
  // Declarations come second: a scope can then find its function whatever the order of the text.
  for (const node of tree.nodes) declare(node, at.get(node) ?? module, inside);

  function scopeBelow(parent: Node, child: Node): Scope {
    const around = at.get(parent) ?? module;
    if (isFunction(parent) && child === parent.id) {
      return parent.type === 'FunctionDeclaration' ? around : (inside.get(parent)?.outer ?? around);
    }
    if (parent.type === 'SwitchStatement' && child === parent.discriminant) return around;
    if (parent.type === 'PropertyDefinition' && child !== parent.value) return around;
    return inside.get(parent) ?? around;
  }

  function openScope(node: Node): void {
    const around = at.get(node) ?? module;
    const parent = tree.parent(node);
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'ArrowFunctionExpression':
        open('function', node, around, node);
        break;
      case 'FunctionExpression':
        open('function', node, node.id ? open('self', node, around) : around, node);
        break;
      case 'PropertyDefinition':
      case 'StaticBlock':
        open('function', node, around, node);
        break;
      case 'ClassDeclaration':
      case 'ClassExpression':
        open('class', node, around);
        break;
      case 'BlockStatement':
        // A function's parameters and its body share one scope.
        if (!parent || !isFunction(parent)) open('block', node, around);
        break;
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'CatchClause':
        open('block', node, around);
        break;
      case 'SwitchStatement':
        open('switch', node, around);
        break;
    }
  }

  const variables = new Map<Node, Variable>();
  const captured = new Map<Node, Set<Variable>>();
  for (const node of tree.nodes) {
    if (node.type !== 'Identifier') continue;
    const from = at.get(node) ?? module;
    const variable = lookUp(from, node.name);
    if (!variable) continue;
    variables.set(node, variable);
    if (isModuleConstant(variable, module)) continue;
    for (let scope = from; scope !== variable.scope && scope.outer; scope = scope.outer) {
      const names = captured.get(scope.node) ?? new Set();
      captured.set(scope.node, names.add(variable));
    }
  }
  for (const node of tree.nodes) {
    for (const written of writtenBy(node)) variables.get(written)?.writes.push(written);
  }

  return {
    all,
    module,
    at: (node) => at.get(node) ?? module,
    inside: (node) => inside.get(node) ?? at.get(node) ?? module,
    variable: (identifier) => variables.get(identifier),
    captured: (node) => [...(captured.get(node) ?? [])].filter((variable) => variable.scope.node !== node),
  };
}

/** Of the module itself, or the inner name of one of its classes and functions. */
function isModuleConstant({ kind, scope }: Variable, module: Scope): boolean {
  return scope === module || (kind === 'self' && scope.outer === module);
}

function lookUp(from: Scope, name: string): Variable | undefined {
  for (let scope: Scope | undefined = from; scope; scope = scope.outer) {
    const found = scope.variables.get(name);
    if (found) return found;
  }
  return undefined;
}

function declare(node: Node, around: Scope, inside: Map<Node, Scope>): void {
  const add = (
    scope: Scope | undefined,
    id: Node,
    kind: Variable['kind'],
    ready: number,
    value?: Node,
  ): void => {
    for (const { name } of targets(id)) {
      if (scope && !scope.variables.has(name)) {
        scope.variables.set(name, { name, kind, scope, ready, value, writes: [] });
      }
    }
  };
  const own = inside.get(node);
  switch (node.type) {
    case 'ImportDeclaration':
      for (const specifier of node.specifiers) add(around, specifier.local, 'import', 0);
      break;
    case 'VariableDeclaration':
      for (const { id, init, end } of node.declarations) {
        const scope = node.kind === 'var' ? functionScope(around) : around;
        const value = init && id.type === 'Identifier' ? unwrap(init) : undefined;
        const kind = node.kind === 'var' || node.kind === 'let' ? node.kind : 'const';
        add(scope, id, kind, kind === 'var' ? 0 : end, value);
      }
      break;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      if (node.id && node.type === 'FunctionDeclaration') add(around, node.id, 'function', 0, node);
      else if (node.id) add(own?.outer, node.id, 'self', 0, node);
      for (const param of node.params) add(own, param, 'param', param.end);
      break;
    case 'ClassDeclaration':
    case 'ClassExpression':
      if (node.id && node.type === 'ClassDeclaration') add(around, node.id, 'class', node.end, node);
      if (node.id) add(own, node.id, 'self', 0, node);
      break;
    case 'CatchClause':
      if (node.param) add(own, node.param, 'param', 0);
      break;
  }
}

function functionScope(scope: Scope): Scope {
  let found = scope;
  while (found.kind !== 'function' && found.outer) found = found.outer;
  return found;
}

function writtenBy(node: Node): Identifier[] {
  switch (node.type) {
    case 'AssignmentExpression':
      return targets(node.left);
    case 'UpdateExpression':
      return targets(node.argument);
    case 'ForInStatement':
    case 'ForOfStatement':
      if (node.left.type !== 'VariableDeclaration') return targets(node.left);
      return node.left.kind === 'var' ? node.left.declarations.flatMap((d) => targets(d.id)) : [];
    case 'VariableDeclaration':
      return node.kind === 'var' ? node.declarations.flatMap((d) => (d.init ? targets(d.id) : [])) : [];
    default:
      return [];
  }
}
