import { canStep, isFlush, isReturning, layout, type Context, type Kernel } from '../../kernel/index.ts';
import { THREAD_AWAKENED, wake } from '../../kernel/wake.ts';
import { inDeadlock, ownerOfAwaited, racing, type Node } from './bruteForce.ts';

/** (preemptions, switches, steps). */
export type Triple = readonly [preemptions: number, switches: number, steps: number];

const phaseOf = (s: Int32Array, c: Context): number => s[c.slot + layout.STATUS] & layout.PHASE;
const less = (a: Triple, b: Triple): boolean => {
  const at = [0, 1, 2].find((i) => a[i] !== b[i]);
  return at !== undefined && a[at] < b[at];
};

/** The least cost at which a state of `goals` is reached, by going through (state, last context) until nothing gets cheaper. */
export function leastCost(k: Kernel, nodes: readonly Node[], goals: ReadonlySet<number>): Triple | undefined {
  const best = new Map<string, Triple>();
  const queue: { at: number; last: number; cost: Triple }[] = [];
  const offer = (at: number, last: number, cost: Triple): void => {
    const known = best.get(`${at} ${last}`);
    if (known && !less(cost, known)) return;
    best.set(`${at} ${last}`, cost);
    queue.push({ at, last, cost });
  };
  offer(0, -1, [0, 0, 0]);
  for (const { at, last, cost } of queue) {
    if (best.get(`${at} ${last}`) !== cost) continue;
    const { state, next } = nodes[at];
    const costly = last >= 0 && leavingCosts(k, state, k.contexts[last]);
    for (const { choice, to, may } of next) {
      const context = choice >> 8;
      const free =
        context === last || isFlush(choice) || (context === k.clock.index && k.options.time === 'urgent');
      const preemption = may || (costly && !free) ? 1 : 0;
      const change = last >= 0 && context !== last && !isFlush(choice) ? 1 : 0;
      offer(to, isFlush(choice) ? last : context, [cost[0] + preemption, cost[1] + change, cost[2] + 1]);
    }
  }
  let least: Triple | undefined;
  for (const [key, cost] of best) {
    if (goals.has(Number(key.split(' ')[0])) && (!least || less(cost, least))) least = cost;
  }
  return least;
}

/** In mid-call, able to go on, and not in a closed cycle of its own. */
function leavingCosts(k: Kernel, state: Int32Array, c: Context): boolean {
  if (c.kind !== 'client' && c.kind !== 'daemon' && c.kind !== 'interrupt') return false;
  const busy = (s: Int32Array): boolean =>
    phaseOf(s, c) === layout.RUNNING &&
    (s[c.slot + layout.STATUS] & layout.FRESH) === 0 &&
    !isReturning(s, c) &&
    canStep(k, s, c);
  if (!busy(state)) return false;
  const s = state.slice();
  for (let i = 0; i < 64 && busy(s); i++) {
    k.step(s, c.index << 8);
    if (s.every((word, at) => word === state[at])) return false;
  }
  return true;
}

/** The states that show a failure of this kind. */
export function statesShowing(k: Kernel, nodes: readonly Node[], kind: string): ReadonlySet<number> {
  const shows = (i: number): boolean => {
    const { state } = nodes[i];
    if (kind === 'data-race') return racing(k, state).length > 0;
    if (kind === 'deadlock') return inDeadlock(k, state);
    return k.failure(state)?.kind === kind;
  };
  if (['data-race', 'deadlock', 'panic'].includes(kind)) {
    return new Set([...nodes.keys()].filter(shows));
  }
  return new Set(
    [...nodes.keys()].filter((i) => {
      const component = settled(k, nodes, i);
      return component !== undefined && nameOf(k, nodes, component) === kind;
    }),
  );
}

/** All states that can follow for ever, if each of them leads back here and somebody has not returned. */
function settled(k: Kernel, nodes: readonly Node[], start: number): ReadonlySet<number> | undefined {
  const { state } = nodes[start];
  if (k.failure(state) || k.contexts.every((c) => c.kind !== 'client' || phaseOf(state, c) === layout.DONE)) {
    return undefined;
  }
  const all = following(nodes, start);
  return [...all].every((i) => following(nodes, i).has(start)) ? all : undefined;
}

function following(nodes: readonly Node[], start: number): Set<number> {
  const seen = new Set([start]);
  for (const i of seen) for (const { to, may } of nodes[i].next) if (!may) seen.add(to);
  return seen;
}

const NAMES = ['deadlock', 'lost-wakeup', 'waits-forever', 'spins-forever', 'starved', 'never-starts'];

function nameOf(k: Kernel, nodes: readonly Node[], component: ReadonlySet<number>): string | undefined {
  const [first] = component;
  const { state } = nodes[first];
  if (inDeadlock(k, state)) return 'deadlock';
  const moving = new Set([...component].flatMap((i) => nodes[i].next.map(({ choice }) => choice >> 8)));
  const names = k.contexts
    .filter((c) => c.kind === 'client' && phaseOf(state, c) !== layout.DONE)
    .map((c) => {
      if (phaseOf(state, c) === layout.ASLEEP) return sleeperName(k, state, c);
      if (moving.has(c.index)) return 'spins-forever';
      const fresh = state[c.slot + layout.STATUS] & layout.FRESH;
      return fresh && !blockedOnLock(k, state, c) ? 'never-starts' : 'starved';
    });
  return NAMES.find((name) => names.includes(name));
}

function blockedOnLock(k: Kernel, s: Int32Array, c: Context): boolean {
  const guard = c.calls[s[c.slot + layout.CALL] >> 16]?.guard;
  return !guard && ownerOfAwaited(k, s, c) !== undefined;
}

/** Woken for free, it sleeps again on the same event or is blocked: it waits; else it missed its wakeup. */
function sleeperName(k: Kernel, state: Int32Array, c: Context): string {
  const s = state.slice();
  wake(k, s, c, THREAD_AWAKENED);
  for (let i = 0; i < 1000; i++) {
    if (!canStep(k, s, c)) return 'waits-forever';
    k.step(s, c.index << 8);
    if (k.failure(s) || s[c.slot + layout.STATUS] & layout.FRESH) return 'lost-wakeup';
    if (phaseOf(s, c) === layout.DONE) return 'lost-wakeup';
    if (phaseOf(s, c) !== layout.ASLEEP) continue;
    return s[c.slot + layout.EVENT] === state[c.slot + layout.EVENT] ? 'waits-forever' : 'lost-wakeup';
  }
  return 'lost-wakeup';
}
