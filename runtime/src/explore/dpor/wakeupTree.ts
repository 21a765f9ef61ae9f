import { happensBefore, type Event } from './execution.ts';
import { depend, type Step } from './steps.ts';

/** One branch of a wakeup tree: a step to take, then its subtree; in the order in which they are to be taken. */
export interface Branch {
  readonly step: Step;
  readonly subtree: WakeupTree;
}

/** What still has to be explored from a state: an ordered tree of sequences of steps. */
export type WakeupTree = Branch[];

/** Part of an execution: events in order, with whatever happens before them since its beginning. */
export type Sequence = readonly Pick<Event, 'step' | 'own' | 'clock'>[];

/** Whether no event of the sequence happens before the one at `at`. */
function isInitial(w: Sequence, at: number): boolean {
  for (let i = 0; i < at; i++) if (happensBefore(w[i], w[at])) return false;
  return true;
}

const NOT_IN = -1;
const DEPENDENT = -2;

/**
 * Whether a step is a weak initial of a sequence, so that taking the step first leads to an equivalent run: the place of its event in
 * the sequence; NOT_IN if it is not in there and independent of all of it; else DEPENDENT.
 */
function weakInitial(step: Step, w: Sequence): number {
  let dependent = false;
  for (let at = 0; at < w.length; at++) {
    const { step: other } = w[at];
    if (other.context === step.context) {
      return other.choice === step.choice && isInitial(w, at) ? at : DEPENDENT;
    }
    dependent ||= depend(other, step);
  }
  return dependent ? DEPENDENT : NOT_IN;
}

/** Whether a run that begins with the sequence has been explored: a step of the sleep set is among its weak initials. */
export function isCovered(sleep: readonly Step[], w: Sequence): boolean {
  for (const step of sleep) if (weakInitial(step, w) !== DEPENDENT) return true;
  return false;
}

/**
 * insert[E](w, B): goes down the tree as long as there is a branch that the rest of the sequence may begin with. At a leaf, what is to be
 * explored there covers the sequence; elsewhere what is left of it becomes the last branch.
 */
export function insert(tree: WakeupTree, w: Sequence): void {
  let branches = tree;
  let rest = w;
  for (let i = 0; i < branches.length; i++) {
    const at = weakInitial(branches[i].step, rest);
    if (at === DEPENDENT) continue;
    branches = branches[i].subtree;
    if (branches.length === 0) return;
    if (at !== NOT_IN) rest = rest.toSpliced(at, 1);
    i = -1;
  }
  for (const { step } of rest) {
    const subtree: WakeupTree = [];
    branches.push({ step, subtree });
    branches = subtree;
  }
}
