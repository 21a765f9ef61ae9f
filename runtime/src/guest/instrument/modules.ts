import type { Edits } from './edits.ts';
import { scopesOf, type Identifier } from './scope.ts';
import type { Tree } from './tree.ts';
import { targets, unwrap, type Node } from './walk.ts';

export interface Import {
  specifier: string;
  /** From 1. */
  line: number;
}

/**
 * Turns a module into the body of a function of `require` and `exports`. Imports become reads of the other module's
 * exports and exports become getters, so bindings stay live, as in a real module. (Sucrase's own transform works on
 * tokens: it renames labels, and gives `export let a, b` no declaration.)
 */
export function rewriteModule(tree: Tree, edits: Edits): Import[] {
  const scopes = scopesOf(tree);
  const imports: Import[] = [];
  /** What to write for the local name of an import. */
  const reads = new Map<string, string>();
  const getters: [exported: string, value: string][] = [];
  const stars: string[] = [];
  let requires = '';

  const load = (source: Node & { type: 'Literal' }): string => {
    const name = `$wl_i${imports.length}`;
    imports.push({ specifier: String(source.value), line: tree.line(source) });
    requires += `const ${name}=require(${JSON.stringify(source.value)});`;
    return name;
  };
  const read = (local: string): string => reads.get(local) ?? local;

  for (const node of tree.program.body) {
    if (node.type !== 'ImportDeclaration') continue;
    const from = load(node.source);
    for (const specifier of node.specifiers) {
      const { local } = specifier;
      if (specifier.type === 'ImportNamespaceSpecifier') reads.set(local.name, from);
      else {
        const imported = specifier.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(specifier.imported);
        reads.set(local.name, property(from, imported));
      }
    }
    edits.replace(node, ';');
  }
  for (const node of tree.program.body) {
    if (node.type === 'ExportAllDeclaration') {
      const from = load(node.source);
      if (node.exported) getters.push([nameOf(node.exported), from]);
      else stars.push(from);
      edits.replace(node, ';');
    } else if (node.type === 'ExportNamedDeclaration') {
      exportNamed(node);
    } else if (node.type === 'ExportDefaultDeclaration') {
      exportDefault(node);
    }
  }
  for (const node of tree.nodes) {
    if (node.type !== 'Identifier') continue;
    const variable = scopes.variable(node);
    if (variable?.kind === 'import' && tree.parent(node)?.type !== 'ExportSpecifier')
      rename(node, read(node.name));
  }
  imports.sort((a, b) => a.line - b.line);
  edits.first(`"use strict";${getters.map(([name, value]) => getter(JSON.stringify(name), value)).join('')}`);
  edits.first(requires + stars.map(star).join(''));
  return imports;

  function exportNamed(node: Node & { type: 'ExportNamedDeclaration' }): void {
    const { declaration, source } = node;
    if (declaration) {
      const ids =
        declaration.type === 'VariableDeclaration'
          ? declaration.declarations.flatMap((d) => targets(d.id))
          : [declaration.id];
      for (const { name } of ids) getters.push([name, name]);
      edits.replace({ start: node.start, end: declaration.start }, '');
      return;
    }
    const from = source ? load(source) : undefined;
    for (const { local, exported } of node.specifiers) {
      const name = nameOf(local);
      getters.push([nameOf(exported), from ? property(from, name) : read(name)]);
    }
    edits.replace(node, ';');
  }

  function exportDefault(node: Node & { type: 'ExportDefaultDeclaration' }): void {
    const { declaration } = node;
    if (
      (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') &&
      declaration.id
    ) {
      getters.push(['default', declaration.id.name]);
      edits.replace({ start: node.start, end: declaration.start }, '');
      return;
    }
    // As a property value, an anonymous function or class gets the name it would have: "default".
    getters.push(['default', '$wl_d']);
    edits.replace({ start: node.start, end: declaration.start }, 'const {default:$wl_d}={default:');
    edits.after(declaration, '};');
  }

  function rename(node: Identifier, to: string): void {
    const parent = tree.parent(node);
    if (parent?.type.startsWith('Import')) return;
    if (parent?.type === 'Property' && parent.shorthand) edits.after(node, `:${to}`);
    else if (to.includes('[') || to.includes('.'))
      edits.replace(node, isCallee(node) ? callable(node, to) : to);
    else edits.replace(node, to);
  }

  function isCallee(node: Node): boolean {
    let callee = node;
    let parent = tree.parent(node);
    while (parent?.type === 'ParenthesizedExpression') [callee, parent] = [parent, tree.parent(parent)];
    return (
      (parent?.type === 'CallExpression' && parent.callee === callee) ||
      (parent?.type === 'TaggedTemplateExpression' && parent.tag === callee)
    );
  }

  /** A call of an import passes no `this`. At the start of a statement, the parenthesis must not continue the line before. */
  function callable(node: Node, to: string): string {
    let outer = tree.parent(node);
    while (outer && outer.start === node.start && outer.type !== 'ExpressionStatement')
      outer = tree.parent(outer);
    const list = outer?.type === 'ExpressionStatement' && outer.start === node.start && tree.parent(outer);
    const listed = list && /^(Program|BlockStatement|SwitchCase|StaticBlock)$/.test(list.type);
    return `${listed ? ';' : ''}(0,${to})`;
  }
}

/** Names of the module's own bindings, exported or not. */
export function ownNames(tree: Tree): string[] {
  return [...scopesOf(tree).module.variables.values()].filter((v) => v.kind !== 'import').map((v) => v.name);
}

/** Hands the agent the module's bindings, for the walk that freezes them. */
export function insertBindings(tree: Tree, edits: Edits): void {
  const end = tree.program.body.at(-1)?.end ?? 0;
  edits.after({ start: -1, end }, `;$wl_m(()=>({${ownNames(tree).join(',')}}));`);
}

function nameOf(name: Node): string {
  const inner = unwrap(name);
  return inner.type === 'Identifier' ? inner.name : String((inner as Node & { type: 'Literal' }).value);
}

function property(object: string, name: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)
    ? `${object}.${name}`
    : `${object}[${JSON.stringify(name)}]`;
}

function getter(name: string, value: string): string {
  return `Object.defineProperty(exports,${name},{enumerable:true,get:()=>${value}});`;
}

function star(from: string): string {
  return `for(const k in ${from})k==="default"||k in exports||${getter('k', `${from}[k]`)}`;
}
