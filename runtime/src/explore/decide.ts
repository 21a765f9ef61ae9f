import { LimitReached } from './limits.ts';
import { NONE, type Reductions } from './reductions.ts';
import { Search, type Finding, type World } from './search.ts';
import type { Progress } from './verdict.ts';

/** How many states, without reductions, are looked at to learn what the reductions may take for granted. */
const LESSON = 2000;
const OFTEN = 4096;

export interface DecideOptions {
  readonly reductions: Reductions;
  /** Go on after a failure and collect them all. */
  readonly all: boolean;
  /** States to learn from before the reductions are used. */
  readonly lesson?: number;
  onProgress?(progress: Progress): void;
  cancelled?(): boolean;
  /** How many questions the guest was asked so far. */
  questions?(): number;
}

export interface Decided {
  readonly search: Search;
  /** In the order they were met; at most one unless `all`. */
  readonly findings: readonly Finding[];
  /** Why it is not complete, where that is not a failure. */
  readonly stopped?: LimitReached | Cancelled;
}

/** Thrown where the caller wants no answer any more. */
export class Cancelled extends Error {}

/** Breadth-first over all states, the pool is the queue. Starts again when an assumption of the reductions turns out wrong. */
export function decide(world: World, options: DecideOptions): Decided {
  if (Object.values(options.reductions).includes(true)) teach(world, options.lesson ?? LESSON);
  for (;;) {
    world.assumptions.restart();
    const decided = attempt(world, options);
    if (decided) return decided;
  }
}

/** Depth first: that comes to the ends of calls soon, and a history asked last is alive and can go on. */
function teach(world: World, lesson: number): void {
  const search = new Search(world, NONE);
  try {
    const open = [0];
    for (let state = open.pop(); state !== undefined && search.pool.size < lesson; state = open.pop()) {
      const known = search.pool.size;
      search.expand(state, () => {});
      for (let next = search.pool.size - 1; next >= known; next--) open.push(next);
    }
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
  }
}

/** One search; undefined where what it took for granted is not so. */
function attempt(world: World, options: DecideOptions): Decided | undefined {
  const search = new Search(world, options.reductions);
  const findings: Finding[] = [];
  try {
    for (let state = 0; state < search.pool.size; state++) {
      search.expand(state, (finding) => findings.push(finding));
      if (findings.length > 0 && !options.all) return { search, findings: findings.slice(0, 1) };
      if (world.assumptions.broken) return undefined;
      if (state % OFTEN === OFTEN - 1) pause(search, state, options);
    }
  } catch (error) {
    if (error instanceof LimitReached || error instanceof Cancelled)
      return { search, findings, stopped: error };
    throw error;
  }
  return { search, findings };
}

/** Now and then: says how far it is, and looks whether to go on. */
export function pause(
  search: Search,
  expanded: number,
  options: Pick<DecideOptions, 'onProgress' | 'cancelled' | 'questions'>,
  moreBytes = 0,
): void {
  const { limits } = search.world;
  options.onProgress?.({ states: search.pool.size, frontier: Math.max(0, search.pool.size - expanded - 1) });
  if (options.cancelled?.()) throw new Cancelled('cancelled');
  if (search.bytes + moreBytes > limits.memory) throw new LimitReached('memory', limits.memory);
  if ((options.questions?.() ?? 0) > limits.questions) throw new LimitReached('questions', limits.questions);
}
