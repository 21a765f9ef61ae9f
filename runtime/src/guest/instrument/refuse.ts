import { assignedOuterVariables } from './assigned-outer.ts';
import { forgottenYields, probablyForgottenYields } from './forgotten.ts';
import type { Finding } from './refusal.ts';
import { refusedSyntax } from './refused-syntax.ts';
import type { Tree } from './tree.ts';
import { misusedYields } from './yields.ts';

/** Everything in a module that is surely wrong. */
export function findRefusals(tree: Tree): Finding[] {
  return [refusedSyntax, misusedYields, forgottenYields, assignedOuterVariables].flatMap((find) =>
    find(tree),
  );
}

/** What looks wrong by its name only. */
export function findWarnings(tree: Tree): Finding[] {
  return probablyForgottenYields(tree);
}
