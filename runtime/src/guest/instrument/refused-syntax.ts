import type { Finding } from './refusal.ts';
import { scopesOf, type Identifier } from './scope.ts';
import { thisFunction, type Tree } from './tree.ts';
import { isGenerator, unwrap, type Node } from './walk.ts';

const collections = new Set(
  (
    'Map Set WeakMap WeakSet ArrayBuffer SharedArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array ' +
    'Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array'
  ).split(' '),
);

/** Constructs that a program may not use, whatever they stand for. */
export function refusedSyntax(tree: Tree): Finding[] {
  return tree.nodes.flatMap((node) => refused(node, tree) ?? []);
}

function refused(node: Node, tree: Tree): Finding | undefined {
  const at = node.start;
  switch (node.type) {
    case 'PropertyDefinition':
    case 'MethodDefinition':
      if (node.key.type === 'PrivateIdentifier')
        return { code: 'private-name', at, data: { name: `#${node.key.name}` } };
      if (node.type === 'PropertyDefinition' && node.value && isGenerator(unwrap(node.value))) {
        return { code: 'generator-field', at, data: { name: tree.text.slice(node.key.start, node.key.end) } };
      }
      return node.type === 'MethodDefinition' && node.value.async ? { code: 'async', at } : undefined;
    case 'NewExpression':
      return refusedNew(node, tree);
    case 'ImportExpression':
      return { code: 'dynamic-import', at };
    case 'MetaProperty':
      return node.meta.name === 'import' ? { code: 'import-meta', at } : undefined;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return node.async && tree.parent(node)?.type !== 'MethodDefinition' ? { code: 'async', at } : undefined;
    case 'AwaitExpression':
      return tree.functionOf(node) ? undefined : { code: 'top-level-await', at };
    case 'ForOfStatement':
      return node.await && !tree.functionOf(node) ? { code: 'top-level-await', at } : undefined;
    case 'Identifier':
      return refusedName(node, tree);
    default:
      return undefined;
  }
}

function refusedNew(node: Node & { type: 'NewExpression' }, tree: Tree): Finding | undefined {
  const callee = unwrap(node.callee);
  const field = tree.functionOf(node);
  if (field?.type !== 'PropertyDefinition' || callee.type !== 'Identifier') return undefined;
  if (!collections.has(callee.name) || scopesOf(tree).variable(callee)) return undefined;
  const name = tree.text.slice(field.key.start, field.key.end);
  return { code: 'collection-field', at: node.start, data: { name, class: callee.name } };
}

function refusedName(node: Identifier, tree: Tree): Finding | undefined {
  const { name, start: at } = node;
  const scopes = scopesOf(tree);
  const variable = scopes.variable(node);
  const reserved: Finding = { code: 'reserved-name', at, data: { name } };
  if (name.startsWith('$wl_')) return reserved;
  if (variable) {
    const wrapper = (name === 'require' || name === 'exports') && variable.scope === scopes.module;
    return wrapper ? reserved : undefined;
  }
  if (name === 'require' || name === 'exports') return reserved;
  // At module level they would be those of the module's wrapper.
  if (name === 'arguments' && !thisFunction(node, tree)) return reserved;
  if (name === 'eval' || name === 'Function') return { code: 'eval', at, data: { name } };
  return undefined;
}
