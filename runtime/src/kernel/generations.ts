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

/**
 * A timer counts its settings, and a shot is taken only if it carries the number that the timer has. Numbers are only ever compared and
 * counted on, so the state keeps who holds which, and numbers them anew wherever that changes no comparison: a timer that is set again
 * and again has finitely many states.
 */
export function generation(k: Kernel, s: Int32Array, me: Context, slot: number, effect: Generation): ValueId {
  const held = holders(k, s, slot);
  const mine = held.get(loadedBy(me)) ?? held.get(runBy(me));
  let answer = k.nothing;
  switch (effect.does) {
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
    case 'is current':
      answer = mine === held.get(CURRENT) ? k.yes : k.no;
      if (!held.delete(loadedBy(me))) held.delete(runBy(me));
  }
  keep(k, s, slot, held);
  return answer;
}

/** A shot that is entered carries what its setter has loaded; without one there is none. */
export function enterShot(k: Kernel, s: Int32Array, slot: number, setter?: Context): void {
  const held = holders(k, s, slot);
  held.delete(PENDING);
  if (setter) {
    move(held, loadedBy(setter), PENDING);
    held.delete(loadedBy(setter));
  }
  keep(k, s, slot, held);
}

/** A worker takes the pending shot. */
export function beginShot(k: Kernel, s: Int32Array, slot: number, worker: Context): void {
  const held = holders(k, s, slot);
  move(held, PENDING, runBy(worker));
  held.delete(PENDING);
  keep(k, s, slot, held);
}

function move(held: Holders, from: string, to: string): void {
  const number = held.get(from);
  if (number === undefined) held.delete(to);
  else held.set(to, number);
}

function holders(k: Kernel, s: Int32Array, slot: number): Holders {
  const id = s[slot + L.CALLOUT_GENERATIONS];
  const kept =
    id === 0 ? [[CURRENT, 0] as const] : (k.values.get(id) as readonly (readonly [string, number])[]);
  return new Map(kept);
}

function keep(k: Kernel, s: Int32Array, slot: number, held: Holders): void {
  const kept = renumbered(held);
  s[slot + L.CALLOUT_GENERATIONS] = kept.size === 1 ? 0 : k.values.intern([...kept].toSorted(byName));
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
