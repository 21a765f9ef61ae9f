import type { Generation, ValueId } from '../effects/index.ts';
import type { Context } from './contexts.ts';
import type { Kernel } from './kernel.ts';
import * as L from './layout.ts';

/** Who holds a generation: the timer itself, its pending shot, its signal, what a context has loaded, and the shot that a worker runs. */
const CURRENT = 'current';
const PENDING = 'pending';
const SIGNALED = 'signaled';
const loadedBy = (c: Context): string => `${c.index} loaded`;
const runBy = (c: Context): string => `${c.index} runs`;

/** Further apart than this, two generations never meet: XNU's meet after 2³² settings. */
const NEAR = 16;
const FAR = 1 << 20;

type Holders = Map<string, number>;

/** What becomes of who holds what, and the answer. */
export interface GenerationChange {
  readonly after: ValueId | 0;
  readonly answer: ValueId;
}

/**
 * A timer counts its settings, and a shot is taken only if it carries the number that the timer has. Numbers are only ever compared and
 * counted on, so the state keeps who holds which, and numbers them anew wherever that changes no comparison: a timer that is set again
 * and again has finitely many states.
 */
export function generation(k: Kernel, s: Int32Array, me: Context, slot: number, effect: Generation): ValueId {
  return change(k, s, slot, `${effect.does} ${me.index}`, (held) => does(k, held, me, effect.does));
}

function does(k: Kernel, held: Holders, me: Context, what: Generation['does']): ValueId {
  const mine = held.get(loadedBy(me)) ?? held.get(runBy(me));
  switch (what) {
    case 'load':
      move(held, CURRENT, loadedBy(me));
      break;
    case 'increment':
      held.set(CURRENT, (mine ?? 0) + 1);
      held.delete(loadedBy(me));
      break;
    case 'signal':
      move(held, runBy(me), SIGNALED);
      held.delete(runBy(me));
      break;
    case 'load signaled':
      move(held, SIGNALED, loadedBy(me));
      break;
    case 'clear signaled':
      held.delete(SIGNALED);
      break;
    case 'is current': {
      const answer = mine === held.get(CURRENT) ? k.yes : k.no;
      if (!held.delete(loadedBy(me))) held.delete(runBy(me));
      return answer;
    }
  }
  return k.nothing;
}

/** A shot that is entered carries what its setter has loaded; without one there is none. */
export function enterShot(k: Kernel, s: Int32Array, slot: number, setter?: Context): void {
  change(k, s, slot, setter ? `enter ${setter.index}` : 'cancel', (held) => {
    held.delete(PENDING);
    if (setter) {
      move(held, loadedBy(setter), PENDING);
      held.delete(loadedBy(setter));
    }
    return k.nothing;
  });
}

/** A worker takes the pending shot. */
export function beginShot(k: Kernel, s: Int32Array, slot: number, worker: Context): void {
  change(k, s, slot, `begin ${worker.index}`, (held) => {
    move(held, PENDING, runBy(worker));
    held.delete(PENDING);
    return k.nothing;
  });
}

/** Changes who holds what, and answers. The same is done to the same a thousand times in a search: `what` names it. */
function change(
  k: Kernel,
  s: Int32Array,
  slot: number,
  what: string,
  how: (held: Holders) => ValueId,
): ValueId {
  const before = s[slot + L.CALLOUT_GENERATIONS];
  const name = `${before} ${what}`;
  let known = k.generations.get(name);
  if (!known) {
    const held = holders(k, before);
    const answer = how(held);
    k.generations.set(name, (known = { after: kept(k, held), answer }));
  }
  s[slot + L.CALLOUT_GENERATIONS] = known.after;
  return known.answer;
}

function move(held: Holders, from: string, to: string): void {
  const number = held.get(from);
  if (number === undefined) held.delete(to);
  else held.set(to, number);
}

function holders(k: Kernel, id: ValueId | 0): Holders {
  const held =
    id === 0 ? [[CURRENT, 0] as const] : (k.values.get(id) as readonly (readonly [string, number])[]);
  return new Map(held);
}

function kept(k: Kernel, held: Holders): ValueId | 0 {
  const fewest = renumbered(held);
  return fewest.size === 1 ? 0 : k.values.intern([...fewest].toSorted(byName));
}

/** The same generations with other contexts in the places of those that hold them: by context index, whose place it takes. */
export function renameHolders(k: Kernel, held: ValueId, place: (context: number) => number): ValueId {
  const kept = k.values.get(held) as readonly (readonly [string, number])[];
  const renamed = kept.map(([name, number]): readonly [string, number] => [
    name.replace(/^\d+/, (context) => String(place(Number(context)))),
    number,
  ]);
  return k.values.intern(renamed.toSorted(byName));
}

const byName = ([a]: readonly [string, number], [b]: readonly [string, number]): number => (a < b ? -1 : 1);

/**
 * The same generations with the smallest numbers. The timer's number only grows, or goes back to one more than what somebody has loaded:
 * what lies below all of those is never current again, and nobody need hold it.
 */
function renumbered(held: Holders): Holders {
  const live = [...held].filter(([name]) => name === CURRENT || name.endsWith('loaded'));
  const least = Math.min(...live.map(([, number]) => number));
  const grows = live.length === 1;
  const kept = [...held].filter(([, number]) => (grows ? number === least : number >= least));
  const numbers = [...new Set(kept.map(([, number]) => number))].toSorted((a, b) => a - b);
  const anew = new Map<number, number>();
  let next = 0;
  numbers.forEach((number, i) => {
    if (i > 0) next += number - numbers[i - 1] > NEAR ? FAR : number - numbers[i - 1];
    anew.set(number, next);
  });
  return new Map(kept.map(([name, number]) => [name, anew.get(number) ?? 0]));
}
