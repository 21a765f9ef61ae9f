import type { Finding } from './refusal.ts';
import { scopesOf, type Identifier, type Variable } from './scope.ts';
import type { Tree } from './tree.ts';
import { isFunction, isGenerator } from './walk.ts';

/** Assignments to variables that outlive a call: such a variable is shared memory that the kernel cannot see. */
export function assignedOuterVariables(tree: Tree): Finding[] {
  return scopesOf(tree).all.flatMap(({ variables }) =>
    [...variables.values()].flatMap((variable) =>
      variable.writes
        .filter((write) => outlives(tree, variable, write))
        .map((write): Finding => {
          const owner = variable.kind === 'import' ? 'import' : variable.scope.owner ? 'function' : 'module';
          return { code: 'assigned-outer-variable', at: write.start, data: { name: variable.name, owner } };
        }),
    ),
  );
}

function outlives(tree: Tree, { kind, scope }: Variable, write: Identifier): boolean {
  if (kind === 'import') return true;
  for (let fn = tree.functionOf(write); fn && fn !== scope.owner; fn = tree.functionOf(fn)) {
    // A static block runs once, where it stands.
    if (fn.type === 'StaticBlock') continue;
    if (!scope.owner || !isFunction(fn)) return true;
    const parent = tree.parent(fn)?.type;
    if (parent === 'MethodDefinition') return true;
    const around = tree.functionOf(fn);
    if (isGenerator(fn) && (parent === 'Property' || !around || !isGenerator(around))) return true;
  }
  return false;
}
