import type { Edits } from './edits.ts';
import { isExempt } from './locals.ts';
import { scopesOf, type Scope } from './scope.ts';
import { thisFunction, type Tree } from './tree.ts';
import { isFunction, isGenerator, isLoop, type Node } from './walk.ts';

/** Announces a generator's locals where its history may start again: loop heads (level 2), statements (level 3). */
export function insertPlaces(tree: Tree, edits: Edits, level: number, nextPlace: () => number): void {
  const scopes = scopesOf(tree);
  const hidden = usersOfArguments(tree);

  function announcement(scope: Scope, position: number): string | undefined {
    const names = localsAt(scope, position);
    return names && `$wl_r&&$wl_h(${nextPlace()},[${names.join(',')}])`;
  }

  function visit(node: Node): void {
    if (!tree.delegates(node) || isFunction(node)) return;
    if (node.type === 'SwitchStatement' && scopes.inside(node).variables.size > 0) return;
    if (isLoop(node)) insertHead(node);
    if (node.type === 'BlockStatement') node.body.forEach(visitListed);
    else if (node.type === 'SwitchStatement') node.cases.forEach((c) => c.consequent.forEach(visitListed));
    else for (const child of statementsBelow(node)) visit(child);
  }

  function visitListed(statement: Node): void {
    if (level >= 3 && tree.delegates(statement)) {
      const text = announcement(scopes.at(statement), statement.start);
      if (text) edits.before(statement, `${text};`);
    }
    visit(statement);
  }

  function insertHead(loop: Node): void {
    if (loop.type === 'WhileStatement' || (loop.type === 'ForStatement' && loop.test)) {
      const test = loop.test as Node;
      const text = announcement(scopes.at(test), test.start);
      if (text) edits.before(test, `${text},`);
    } else if (loop.type === 'ForStatement') {
      const semicolon = { start: testOf(tree.text, loop), end: loop.end };
      const text = announcement(scopes.inside(loop), semicolon.start);
      if (text) edits.before(semicolon, `${text},true`);
    } else if (loop.type === 'DoWhileStatement') {
      const { body } = loop;
      const text = announcement(scopes.inside(body), body.start);
      if (!text) return;
      if (body.type === 'BlockStatement') {
        edits.inside(body, `${text};`);
      } else {
        edits.before(body, `{${text};`);
        edits.after(body, '}');
      }
    }
  }

  for (const node of tree.nodes) {
    if (isGenerator(node) && tree.delegates(node.body) && !hidden.has(node)) visit(node.body);
  }
}

/** The locals to announce in a scope before an offset; undefined if one of them hides another. */
function localsAt(scope: Scope, position: number): string[] | undefined {
  const around: Scope[] = [];
  for (let s: Scope | undefined = scope; s && s.owner === scope.owner && s.kind !== 'self'; s = s.outer) {
    around.unshift(s);
  }
  const variables = around.flatMap((s) => [...s.variables.values()]);
  if (new Set(variables.map((v) => v.name)).size < variables.length) return undefined;
  return variables.filter((v) => v.ready <= position && !isExempt(v)).map((v) => v.name);
}

/** The functions that mention `arguments`, which no list of names can show. */
function usersOfArguments(tree: Tree): Set<Node | undefined> {
  const mentions = tree.nodes.filter((node) => node.type === 'Identifier' && node.name === 'arguments');
  return new Set(mentions.map((node) => thisFunction(node, tree)));
}

/**
 * Statements in which a place may stand, other than those in a list. None below for…of and for…in, which hide a
 * position, and none below finally, which hides a pending return or throw.
 */
function statementsBelow(node: Node): Node[] {
  switch (node.type) {
    case 'TryStatement':
      return node.handler ? [node.block, node.handler] : [node.block];
    case 'IfStatement':
      return node.alternate ? [node.consequent, node.alternate] : [node.consequent];
    case 'LabeledStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'CatchClause':
      return [node.body];
    default:
      return [];
  }
}

/** Offset at which the missing test of a `for` would stand: before its second semicolon. */
function testOf(text: string, loop: Node & { type: 'ForStatement' }): number {
  const blank = /(?:\s|\/\*[^]*?\*\/|\/\/[^\n]*)*/y;
  const skip = (from: number): number => {
    blank.lastIndex = from;
    return from + (blank.exec(text)?.[0].length ?? 0);
  };
  const open = skip(loop.start + 'for'.length) + 1; // after the parenthesis
  return skip(skip(loop.init ? loop.init.end : open) + 1);
}
