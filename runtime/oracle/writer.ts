import type { Marker } from './markers.ts';
import { BadOracleFile, type Step } from './read.ts';

/** A scenario needs what is not there yet: the class, or the step. */
export class NotCovered extends Error {}

const INTERRUPTIBLE: Readonly<Record<string, string>> = {
  uninterruptible: 'THREAD_UNINT',
  interruptible: 'THREAD_INTERRUPTIBLE',
  abortSafe: 'THREAD_ABORTSAFE',
};

/** Virtual time begins here, ns. */
export const T0 = 1_000_000_000;

/** What the steps of a scenario are written with: names of its things, and what they make necessary. */
export class Writer {
  readonly markers: Marker[] = [];
  readonly variables = new Set<string>();
  readonly events = new Set<string>();
  /** Which step is being written: `A.0`. */
  label = '';

  source = (step: Step, field = 'source'): string => `this.source_${name(step, field)}`;
  gate = (step: Step): string => this.source(step, 'gate');
  loop = (step: Step): string => `this.loop_${name(step, 'loop')}`;
  lock = (step: Step): string => `this.lock_${name(step, 'lock')}`;
  spinLock = (step: Step): string => `this.spinLock_${name(step, 'lock')}`;
  recursiveLock = (step: Step): string => `this.recursiveLock_${name(step, 'lock')}`;
  thread = (step: Step): string => `this.thread_${name(step, 'thread')}`;
  action = (step: Step): string =>
    step['action'] === null || step['action'] === undefined ? 'null' : `this.action_${name(step, 'action')}`;

  /** What one sleeps on; null is NO_EVENT. */
  event(step: Step): string {
    if (step['event'] === null) return 'null';
    this.events.add(name(step, 'event'));
    return `this.event_${name(step, 'event')}`;
  }

  variable(step: Step): string {
    this.variables.add(name(step, 'var'));
    return `this.var_${name(step, 'var')}`;
  }

  /** A statement that runs an operation whose answer the oracle records. */
  answer = (operation: string): string => this.tell(`yield* ${operation}`);

  /** A statement that records what an expression is. */
  tell = (expression: string): string => `log('oracle.value', '${this.label}', +(${expression}));`;

  /** A statement that stands for what happens outside the classes. */
  marker(marker: Marker): string {
    const same = JSON.stringify(marker);
    const known = this.markers.findIndex((other) => JSON.stringify(other) === same);
    const index = known < 0 ? this.markers.push(marker) - 1 : known;
    return `yield* this.marker_${index}.get();`;
  }

  /** A scheduling point, then a line in the order of starts and marks. */
  order = (expression: string): string =>
    `${this.marker({ type: 'point' })} log('oracle.order', ${expression});`;
}

/** A name of the scenario's, in a field of a step. */
export function name(step: Step, field: string): string {
  const value = step[field];
  if (typeof value === 'string' && /^\w+$/.test(value)) return value;
  throw new BadOracleFile(`${step.call}: ${field} is no name`);
}

/** A number in a field of a step. */
export function number(step: Step, field: string, otherwise?: number): number {
  const value = step[field] ?? otherwise;
  if (typeof value === 'number') return value;
  throw new BadOracleFile(`${step.call}: ${field} is no number`);
}

/** The constant for what else may end a sleep. */
export function interruptible(step: Step, otherwise: string): string {
  const wanted = step['interruptible'] ?? otherwise;
  const constant = typeof wanted === 'string' ? INTERRUPTIBLE[wanted] : undefined;
  if (constant === undefined) throw new NotCovered(`interruptible ${JSON.stringify(wanted)}`);
  return constant;
}

/** The absolute deadline of a sleep as an argument; none if it sleeps for ever. 0 is a literal 0. */
export function deadline(step: Step): readonly string[] {
  if (step['deadline'] === undefined) return [];
  const after = number(step, 'deadline');
  return [after === 0 ? '0' : String(T0 + after)];
}
