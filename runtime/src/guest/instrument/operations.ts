import type { Scopes } from './scope.ts';
import { thisFunction, type Tree } from './tree.ts';
import { isFunction, isGenerator, type Node } from './walk.ts';

/** The name under which a callee surely means a generator: `this.m` of an own generator method, or a `function*` of the module. */
export function operationName(callee: Node, tree: Tree, scopes: Scopes): string | undefined {
  if (callee.type === 'Identifier') {
    const variable = scopes.variable(callee);
    if (!variable?.value || !isGenerator(variable.value) || variable.writes.length > 0) return undefined;
    return variable.kind === 'const' || variable.kind === 'function' ? variable.name : undefined;
  }
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier')
    return undefined;
  if (callee.object.type !== 'ThisExpression') return undefined;
  const { name } = callee.property;
  return isOwnGenerator(name, callee, tree) ? `this.${name}` : undefined;
}

/** Is a name that of a generator method of the class that `this` is of, at a node? */
export function isOwnGenerator(name: string, node: Node, tree: Tree): boolean {
  const owner = thisFunction(node, tree);
  const member = owner && isFunction(owner) ? tree.parent(owner) : owner;
  const body = member && tree.parent(member);
  if (!member || body?.type !== 'ClassBody') return false;
  const isStatic = member.type === 'StaticBlock' || ('static' in member && member.static);
  const named = body.body.filter(
    (m) =>
      m.type !== 'StaticBlock' && m.static === isStatic && m.key.type === 'Identifier' && m.key.name === name,
  );
  return (
    named.length > 0 && named.every((m) => m.type === 'MethodDefinition' && !m.computed && m.value.generator)
  );
}
