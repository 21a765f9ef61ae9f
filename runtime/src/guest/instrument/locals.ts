import type { Edits } from './edits.ts';
import { scopesOf, type Variable } from './scope.ts';
import type { Tree } from './tree.ts';
import { isFunction, isGenerator, type Node } from './walk.ts';

/**
 * A local that need not be announced: a function that stays what its text says. It closes over names that are
 * themselves in scope. It is frozen where it is made, so that it cannot carry state.
 */
export function isExempt(variable: Variable): boolean {
  const { kind, value, writes, scope } = variable;
  if (!value || !isFunction(value) || writes.length > 0) return false;
  return kind === 'const' || (kind === 'function' && scope.kind !== 'switch');
}

/** Freezes the functions that are locals of a generator and are not announced. */
export function freezeFunctions(tree: Tree, edits: Edits): void {
  for (const scope of scopesOf(tree).all) {
    if (!scope.owner || !isGenerator(scope.owner as Node)) continue;
    for (const variable of scope.variables.values()) {
      const { value, name, kind } = variable;
      if (!value || !isFunction(value) || !isExempt(variable)) continue;
      if (kind === 'function') {
        edits.inside(isFunction(scope.node) ? scope.node.body : scope.node, `$wl_f(${name});`);
      } else {
        edits.before(value, '$wl_f(');
        edits.after(value, value.id ? ')' : `,"${name}")`);
      }
    }
  }
}
